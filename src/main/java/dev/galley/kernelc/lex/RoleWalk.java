package dev.galley.kernelc.lex;

import dev.galley.kernelc.lex.PositionPass.Unit;
import java.util.Arrays;

/**
 * Walks over the row once and asks the rules at the start of each statement, declaration, member,
 * argument and item, at each bracket, and for each word that is left.
 *
 * <p>Brackets are kept on a stack of its own; nothing recurses with the nesting of the source.
 */
final class RoleWalk {

  private final Row row;
  private final SpecifierRules specifiers;
  private final StatementRules statements;
  private final FileRules files;
  private final MemberRules members;
  private final ArgumentRules arguments;
  private final BracketRules brackets;
  private final WordRules words;
  private final DeclaratorRules declarators;
  private final AssemblerRules assembler;
  private final RowShapes oldStyle;

  private Place[] places = new Place[32];
  private int[] openers = new int[32];
  private int[] questions = new int[32];
  private int[] numbers = new int[32];
  private boolean[] declaring = new boolean[32];
  private int depth;
  private boolean start = true;

  RoleWalk(Row row, Unit unit) {
    this.row = row;
    this.specifiers = new SpecifierRules(row);
    this.statements = new StatementRules(row, specifiers);
    this.files = new FileRules(row, unit, specifiers);
    this.members = new MemberRules(row, specifiers);
    this.arguments = new ArgumentRules(row, specifiers);
    this.brackets = new BracketRules(row);
    this.words = new WordRules(row);
    this.declarators = new DeclaratorRules(row);
    this.assembler = new AssemblerRules(row);
    this.oldStyle = new RowShapes(row);
    places[0] = top(unit);
    openers[0] = -1;
  }

  private static Place top(Unit unit) {
    return switch (unit) {
      case FUNCTION, DECLARATION, MACRO_CALL -> Place.FILE;
      case STATEMENTS -> Place.BLOCK;
      case EXPRESSION -> Place.EXPRESSION;
      case TYPE -> Place.TYPE;
      case INITIALIZERS -> Place.LIST;
    };
  }

  void run() {
    for (int i = 0; i < row.count(); i++) {
      if (places[depth] == Place.SOUP) {
        soup(i);
        continue;
      }
      if (start) {
        start = false;
        begin(i);
      }
      step(i);
    }
  }

  /** Only brackets count. */
  private void soup(int i) {
    switch (row.kind(i)) {
      case LPAREN, LBRACKET, LBRACE, SOUP -> push(Place.SOUP, i);
      case RPAREN, RBRACKET, RBRACE -> pop(i);
      default -> {
        // Stays what it is.
      }
    }
  }

  private void begin(int i) {
    switch (places[depth]) {
      case BLOCK -> {
        switch (statements.start(i)) {
          case DECLARATION -> declaring[depth] = true;
          case AGAIN -> start = true;
          case OTHER -> {
            // An expression or a keyword's statement.
          }
        }
      }
      case FILE -> file(i);
      case FOR_HEAD -> {
        if (isDeclarationInFor(i)) {
          specifiers.declaration(i, Scope.BLOCK);
          declaring[depth] = true;
        }
      }
      case MEMBERS -> {
        declaring[depth] = members.member(i);
        start = isWholeItem(i);
      }
      case MEMBER_ARGUMENTS -> declaring[depth] = members.argument(i);
      case ENUMERATORS -> start = members.enumerator(i);
      case LIST -> start = members.item(i);
      case PARAMETERS -> parameter(i);
      case ARGUMENTS -> arguments.start(i, openers[depth], numbers[depth]);
      case TYPE -> specifiers.declaration(i, Scope.TYPE_NAME);
      default -> {
        // Expressions.
      }
    }
  }

  private void file(int i) {
    declaring[depth] = files.start(i);
    start = isWholeItem(i);
  }

  /** A macro without arguments or semicolon. */
  private boolean isWholeItem(int i) {
    return row.is(i, Kind.MACRO_STATEMENT) && !row.is(i + 1, Kind.LPAREN);
  }

  private void parameter(int i) {
    if (row.is(i, Kind.ID)
        && row.is(i + 1, Kind.LPAREN)
        && (row.is(row.past(i + 1), Kind.COMMA) || row.is(row.past(i + 1), Kind.RPAREN))) {
      row.give(i, Kind.DECLARATOR_MACRO, Rule.DECLARING_CALL);
      return;
    }
    if (!row.is(i, Kind.ELLIPSIS) && !row.is(i, Kind.RPAREN)) {
      specifiers.declaration(i, Scope.PARAMETER);
    }
  }

  private boolean isDeclarationInFor(int i) {
    Kind next = row.kind(i + 1);
    return RowShapes.isSpecifier(row.kind(i))
        || (row.is(i, Kind.ID)
            && (next == Kind.ID
                || next == Kind.CONST
                || (next == Kind.STAR && new RowShapes(row).isPointerDeclaration(i))));
  }

  private void step(int i) {
    switch (row.kind(i)) {
      case LPAREN, SOUP -> round(i);
      case LBRACKET -> {
        push(Place.INDEX, i);
        row.place(i, Place.INDEX);
      }
      case LBRACE -> {
        Place place = row.place(i);
        push(place == null ? brace(i) : place, i);
        start = true;
      }
      case RPAREN, RBRACKET, RBRACE -> pop(i);
      case SEMI -> {
        if (places[depth].hasStatements()) {
          endItem();
        }
      }
      case COMMA -> comma(i);
      case QUESTION -> questions[depth]++;
      case COLON -> colon();
      case ELSE, DO -> start = true;
      case ASM -> assembler.statement(i);
      case ID -> {
        if (!row.isSettled(i)) {
          if (places[depth] == Place.ASSEMBLER) {
            assembler.operand(i);
          } else {
            words.word(i);
          }
        }
      }
      default -> {
        // Says nothing by itself.
      }
    }
  }

  private void endItem() {
    start = true;
    declaring[depth] = false;
    questions[depth] = 0;
  }

  private void colon() {
    if (questions[depth] > 0) {
      questions[depth]--;
    } else if (places[depth] == Place.BLOCK) {
      start = true;
    }
  }

  private void comma(int i) {
    questions[depth] = 0;
    numbers[depth]++;
    if (declaring[depth]) {
      declarators.declarator(i + 1, scope(), true);
    } else if (places[depth].hasCommas()) {
      start = true;
    }
  }

  private Scope scope() {
    return switch (places[depth]) {
      case FILE -> Scope.FILE;
      case MEMBERS, MEMBER_ARGUMENTS -> Scope.MEMBER;
      default -> Scope.BLOCK;
    };
  }

  private void round(int i) {
    Place place = row.is(i, Kind.SOUP) ? Place.SOUP : row.place(i);
    if (place == null) {
      place = places[depth] == Place.ASSEMBLER ? inAssembler(i) : brackets.round(i);
      row.place(i, place);
    } else if (place == Place.ARGUMENTS) {
      place = brackets.arguments(i);
      row.place(i, place);
    }
    push(place, i);
    start =
        place == Place.PARAMETERS
            || place == Place.ARGUMENTS
            || place == Place.MEMBER_ARGUMENTS
            || place == Place.FOR_HEAD
            || place == Place.TYPE;
  }

  private Place inAssembler(int i) {
    Kind before = row.kind(i - 1);
    return before == Kind.ID || (before == Kind.STRING_MACRO && row.is(row.past(i), Kind.LPAREN))
        ? Place.ARGUMENTS
        : Place.EXPRESSION;
  }

  private Place brace(int i) {
    Kind before = row.kind(i - 1);
    return switch (places[depth]) {
      case BLOCK ->
          before == Kind.ASSIGN || before == Kind.COMMA || isAfterType(i)
              ? Place.LIST
              : Place.BLOCK;
      case FILE -> fileBrace(i);
      case EXPRESSION, HEAD, INDEX -> before == Kind.LPAREN ? Place.BLOCK : Place.LIST;
      case ARGUMENTS -> Place.LIST;
      case MEMBERS,
          MEMBER_ARGUMENTS,
          FOR_HEAD,
          LIST,
          DECLARATOR,
          PARAMETERS,
          ENUMERATORS,
          TYPE,
          ASSEMBLER,
          SOUP ->
          Place.LIST;
    };
  }

  private boolean isAfterType(int i) {
    return row.is(i - 1, Kind.RPAREN)
        && row.match(i - 1) >= 0
        && row.place(row.match(i - 1)) == Place.TYPE;
  }

  private Place fileBrace(int i) {
    Kind before = row.kind(i - 1);
    if (before == Kind.ASSIGN || isAfterType(i)) {
      return Place.LIST;
    }
    if (before == Kind.STRING && row.is(i - 2, Kind.EXTERN)) {
      return Place.FILE;
    }
    if (before == Kind.RPAREN
        && row.match(i - 1) > 0
        && row.is(row.match(i - 1) - 1, Kind.MACRO_STATEMENT)) {
      return Place.LIST;
    }
    return Place.BLOCK;
  }

  private void push(Place place, int opener) {
    depth++;
    if (depth == places.length) {
      int more = depth * 2;
      places = Arrays.copyOf(places, more);
      openers = Arrays.copyOf(openers, more);
      questions = Arrays.copyOf(questions, more);
      numbers = Arrays.copyOf(numbers, more);
      declaring = Arrays.copyOf(declaring, more);
    }
    places[depth] = place;
    openers[depth] = opener;
    questions[depth] = 0;
    numbers[depth] = 0;
    declaring[depth] = false;
  }

  private void pop(int i) {
    start = false;
    int open = row.match(i);
    if (open < 0) {
      start = row.is(i, Kind.RBRACE);
      return;
    }
    while (depth > 1 && openers[depth] != open) {
      depth--;
    }
    Place closed = places[depth];
    if (depth > 0) {
      depth--;
    }
    Place place = places[depth];
    boolean statements = place == Place.BLOCK || place == Place.FILE;
    switch (closed) {
      case HEAD, FOR_HEAD -> start = statements;
      case BLOCK -> {
        if (statements) {
          endItem();
        }
      }
      case ARGUMENTS, SOUP -> afterArguments(i, open);
      case LIST -> start = place == Place.FILE && !declaring[depth];
      case FILE -> start = true;
      case PARAMETERS -> start = place == Place.FILE && oldStyle.inOldStyle(open + 1);
      default -> {
        // The item goes on.
      }
    }
  }

  private void afterArguments(int close, int open) {
    switch (row.kind(open - 1)) {
      case BLOCK_MACRO, IF_MACRO -> start = !row.is(close + 1, Kind.LPAREN);
      case MACRO_STATEMENT ->
          start =
              !row.is(close + 1, Kind.LPAREN)
                  && !row.is(close + 1, Kind.COLON)
                  && !row.is(close + 1, Kind.ASSIGN)
                  && !(places[depth] == Place.FILE && row.is(close + 1, Kind.LBRACE));
      case DECLARATOR_MACRO -> {
        boolean member = places[depth] == Place.MEMBERS || places[depth] == Place.MEMBER_ARGUMENTS;
        start =
            member
                && !declaring[depth]
                && !row.is(close + 1, Kind.ATTR)
                && !row.is(close + 1, Kind.ATTR_CALL)
                && !row.is(close + 1, Kind.ATTRIBUTE);
      }
      default -> {
        // The expression or declaration goes on.
      }
    }
  }
}
