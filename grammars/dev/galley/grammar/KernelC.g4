/**
 * Kernel C before the preprocessor, one external declaration at a time.
 *
 * The tokens come from {@code dev.galley.kernelc.lex}: its lexer (comments, white space and preprocessor
 * lines are hidden, as are the branches that a choice of configuration leaves out), then its position pass, which
 * gives identifiers the roles at the end of the token list. With the roles given no rule can start with the same token in two
 * meanings, so that SLL decides everything.
 *
 * Sources: C17 (ISO/IEC 9899:2018) 6.5 to 6.9; the GCC manual, "Extensions to the C Language Family"; the
 * kernel's own macros where they are no C: loops, attributes, strings, declarations.
 *
 * It reads, it does not validate: what a compiler refuses may well parse.
 */
parser grammar KernelC;

tokens {
  SPACE, COMMENT, DIRECTIVE,
  ID, NUMBER, CHARACTER, STRING, OTHER,
  LPAREN, RPAREN, LBRACE, RBRACE, LBRACKET, RBRACKET, SEMI, COMMA, COLON, QUESTION, ELLIPSIS, DOT, ARROW,
  HASH, HASHHASH,
  ASSIGN, OP_ASSIGN, STAR, PLUS, MINUS, SLASH, PERCENT, SHIFT_LEFT, SHIFT_RIGHT,
  LESS, GREATER, LESS_EQUAL, GREATER_EQUAL, EQUAL, NOT_EQUAL, AMP, CARET, PIPE, AND, OR, NOT, TILDE, INC, DEC,
  IF, ELSE, WHILE, DO, FOR, SWITCH, CASE, DEFAULT, BREAK, CONTINUE, RETURN, GOTO,
  STRUCT, UNION, ENUM, TYPEDEF, EXTERN, STATIC, REGISTER, INLINE, THREAD_LOCAL, CONST, VOLATILE, RESTRICT,
  BASIC_TYPE, AUTO, ATOMIC, TYPEOF, SIZEOF, ALIGNOF, ASM, ATTRIBUTE, EXTENSION, STATIC_ASSERT, GENERIC, LABEL,
  TYPE_NAME, ATTR, ATTR_CALL, BLOCK_MACRO, IF_MACRO, MACRO_STATEMENT, TYPE_MACRO, DECLARATOR_MACRO, HEADER_MACRO,
  STRING_MACRO, INFIX_MACRO, SOUP
}

// Entry rules: each must end where its input ends.

functionUnit : functionDefinition SEMI? EOF ;

/** Anything else at file level. */
externalUnit : external* EOF ;

/** Statements and declarations without the braces around them: a macro body, the inside of a fragment. */
statementsUnit : blockItem* EOF ;

expressionUnit : expression EOF ;

typeUnit : typeName EOF ;

/** What a macro puts between the braces of an initialiser, or one with its braces. */
initializersUnit : (initializerItem | COMMA)* EOF ;

// File level.

external : functionDefinition | asmStatement | declaration | fileMacro | SEMI ;

/** C17 6.9.1, with the parameter declarations of old style definitions; or a header that a macro makes. */
functionDefinition
  : specifiers? declarator declaration* compound
  | specifiers? HEADER_MACRO arguments attribute* compound
  ;

/** EXPORT_SYMBOL(x); module_init(f) MODULE_DEVICE_TABLE(pci, ids); define_machine(x) { .f = g }. */
fileMacro : MACRO_STATEMENT arguments* attribute* (ASSIGN? initializerList | ASSIGN expression)? SEMI? ;

// Declarations: C17 6.7.

declaration
  : specifiers (initDeclarator (COMMA initDeclarator)*)? SEMI
  | initDeclaratorMacro SEMI
  | STATIC_ASSERT arguments SEMI
  | LABEL ID (COMMA ID)* SEMI
  ;

/** CLASS(fd, f)(n); DECLARE_FLAGS(flags) = { }; guard(mutex)(&lock). */
initDeclaratorMacro : macroDeclarator attribute* (ASSIGN initializer)? ;

macroDeclarator : DECLARATOR_MACRO arguments arguments? ;

specifiers : specifier+ ;

specifier
  : storage
  | qualifier
  | typeSpecifier
  | attribute
  ;

storage : TYPEDEF | EXTERN | STATIC | REGISTER | INLINE | THREAD_LOCAL ;

qualifier : CONST | VOLATILE | RESTRICT ;

/** GCC: attributes; asm labels; the kernel's attribute macros. */
attribute
  : ATTRIBUTE arguments
  | ATTR
  | ATTR_CALL arguments
  | EXTENSION
  | ASM LPAREN stringLiteral RPAREN
  ;

typeSpecifier
  : BASIC_TYPE
  | TYPE_NAME
  | aggregate
  | enumeration
  | TYPEOF LPAREN (typeName | expression) RPAREN
  | AUTO
  | ATOMIC (LPAREN typeName RPAREN)?
  | TYPE_MACRO arguments
  ;

aggregate : (STRUCT | UNION) attribute* (tag attribute* memberList? | memberList) ;

tag : ID | TYPE_NAME | TYPE_MACRO arguments ;

memberList : LBRACE member* RBRACE attribute* ;

member
  : specifiers (memberDeclarator (COMMA memberDeclarator)*)? SEMI
  | DECLARATOR_MACRO memberArguments attribute* SEMI?
  | MACRO_STATEMENT arguments? SEMI?
  | STATIC_ASSERT arguments SEMI
  | SEMI
  ;

memberDeclarator : declarator (COLON conditional attribute*)? | attribute* COLON conditional ;

/** struct_group(name, int a; int b;): members among the arguments. */
memberArguments : LPAREN (memberArgument? (COMMA memberArgument?)*) RPAREN | soup ;

memberArgument : argument | member+ ;

enumeration : ENUM attribute* (tag attribute* enumBase? enumerators? | enumBase? enumerators) ;

enumBase : COLON typeName ;

enumerators : LBRACE (enumerator | COMMA)* RBRACE attribute* ;

enumerator
  : ID attribute* (ASSIGN conditional)?
  | MACRO_STATEMENT arguments?
  ;

initDeclarator : declarator (ASSIGN initializer)? ;

/** A declarator with a name. Attributes may stand nearly everywhere. */
declarator : pointer? declaratorCore declaratorSuffix* ;

declaratorCore : ID | LPAREN declarator RPAREN | DECLARATOR_MACRO arguments ;

/** A declarator whose name may be missing, but not all of it: of parameters and type names. */
looseDeclarator
  : pointer (looseCore declaratorSuffix* | declaratorSuffix+)?
  | looseCore declaratorSuffix*
  | declaratorSuffix+
  ;

looseCore : ID | LPAREN looseDeclarator RPAREN ;

pointer : (STAR | CARET | qualifier | attribute)+ ;

declaratorSuffix
  : LBRACKET (STATIC | qualifier | attribute)* (expression | STAR)? RBRACKET
  | LPAREN (parameter (COMMA parameter)*)? RPAREN
  | attribute
  ;

/** Also the bare names of an old style definition, and macros that stand for parameters. */
parameter
  : specifiers looseDeclarator?
  | ELLIPSIS
  | ID
  | DECLARATOR_MACRO arguments
  ;

typeName : specifiers looseDeclarator? ;

initializer : assignment | initializerList ;

/** Commas are loose: a macro may bring its own. */
initializerList : LBRACE (initializerItem | COMMA)* RBRACE ;

initializerItem
  : designation? initializer
  | MACRO_STATEMENT arguments?
  ;

designation : designator+ ASSIGN? | ID COLON | DECLARATOR_MACRO arguments ASSIGN ;

designator : DOT ID | LBRACKET conditional (ELLIPSIS conditional)? RBRACKET ;

// Statements: C17 6.8.

compound : LBRACE blockItem* RBRACE ;

/** Labels lie flat beside the statements they name. */
blockItem : label | statement | declaration ;

label
  : CASE conditional (ELLIPSIS conditional)? (COLON | SEMI)
  | DEFAULT COLON
  | ID COLON attribute*
  | MACRO_STATEMENT arguments? COLON
  ;

/** The statement that another one guards. */
body : label* statement ;

statement
  : compound
  | expression? SEMI
  | IF LPAREN expression RPAREN body (ELSE body)?
  | WHILE LPAREN expression RPAREN body
  | DO body (WHILE LPAREN expression RPAREN SEMI? | MACRO_STATEMENT arguments SEMI?)
  | FOR LPAREN (declaration | expression? SEMI) expression? SEMI expression? RPAREN body
  | SWITCH LPAREN expression RPAREN body
  | BLOCK_MACRO arguments* body
  | IF_MACRO arguments body (ELSE body)?
  | MACRO_STATEMENT arguments?
  | RETURN expression? SEMI
  | BREAK SEMI
  | CONTINUE SEMI
  | GOTO (ID | STAR expression) SEMI
  | asmStatement
  | attribute+ SEMI
  ;

/** GCC: asm with operands; a template alone; at file level too. */
asmStatement : ASM (VOLATILE | INLINE | GOTO | ATTR)* (LPAREN asmText (COLON asmOperands?)* RPAREN | soup) SEMI? ;

asmText : (stringLiteral | INFIX_MACRO | NUMBER | ID)+ ;

/** Commas are loose: a macro may bring its own. */
asmOperands : asmOperand (COMMA? asmOperand)* COMMA? ;

asmOperand
  : (LBRACKET ID RBRACKET)? (stringLiteral | INFIX_MACRO) (LPAREN expression RPAREN)?
  | ID arguments?
  ;

// Expressions: C17 6.5.

expression : assignment (COMMA assignment)* ;

assignment : conditional ((ASSIGN | OP_ASSIGN) (assignment | initializerList))? ;

conditional : binary (QUESTION expression? COLON conditional)? ;

binary
  : cast
  | binary (STAR | SLASH | PERCENT) binary
  | binary (PLUS | MINUS) binary
  | binary (SHIFT_LEFT | SHIFT_RIGHT) binary
  | binary (LESS | GREATER | LESS_EQUAL | GREATER_EQUAL) binary
  | binary (EQUAL | NOT_EQUAL) binary
  | binary AMP binary
  | binary CARET binary
  | binary PIPE binary
  | binary AND binary
  | binary OR binary
  | binary INFIX_MACRO binary
  ;

cast : LPAREN typeName RPAREN cast | unary ;

unary
  : postfix
  | (INC | DEC) unary
  | (AMP | STAR | PLUS | MINUS | TILDE | NOT | EXTENSION) cast
  | AND ID
  | (SIZEOF | ALIGNOF) (unary | LPAREN typeName RPAREN)
  ;

postfix : primary postfixOperation* ;

postfixOperation
  : LBRACKET expression RBRACKET
  | arguments
  | (DOT | ARROW) ID
  | INC
  | DEC
  ;

primary
  : ID
  | NUMBER INFIX_MACRO?
  | CHARACTER
  | stringLiteral
  | LPAREN expression RPAREN
  | LPAREN compound RPAREN
  | LPAREN typeName RPAREN initializerList
  | GENERIC LPAREN assignment (COMMA association)+ RPAREN
  | soup
  ;

association : (typeName | DEFAULT) COLON assignment ;

stringLiteral : (STRING | STRING_MACRO arguments?)+ ;

/** Of functions and macros alike; arguments of macros may be empty, types, declarations, operators. */
arguments : LPAREN argument? (COMMA argument?)* RPAREN | soup ;

argument
  : assignment
  | specifiers looseDeclarator? (ASSIGN initializer)?
  | initializerList
  | designation initializer
  | loneToken
  ;

/** compare(a, <, b); X(static, name); leave_if(x, return -EINVAL); bounded(array, [i].field). */
loneToken
  : ASSIGN | OP_ASSIGN conditional? | STAR | PLUS | MINUS | SLASH | PERCENT | SHIFT_LEFT | SHIFT_RIGHT
  | LESS | GREATER | LESS_EQUAL | GREATER_EQUAL | EQUAL | NOT_EQUAL | AMP | CARET | PIPE | AND | OR | NOT | TILDE
  | ELLIPSIS | SEMI | STRUCT | UNION | ENUM | RETURN assignment? | BREAK | CONTINUE | GOTO ID | DEFAULT
  | designator+
  ;

/** Balanced tokens that nobody can name. */
soup : SOUP soupItem* RPAREN ;

soupItem : ~(LPAREN | RPAREN | SOUP) | LPAREN soupItem* RPAREN | SOUP soupItem* RPAREN ;
