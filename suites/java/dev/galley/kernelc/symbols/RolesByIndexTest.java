package dev.galley.kernelc.symbols;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.CheckedRoles;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.PositionPass;
import dev.galley.kernelc.lex.PositionPass.Unit;
import dev.galley.kernelc.lex.Roles;
import dev.galley.kernelc.lex.Roles.Certainty;
import dev.galley.kernelc.lex.VisibleTokens;
import dev.galley.kernelc.syntax.TreeText;
import dev.galley.tree.MemoryTree;
import dev.galley.tree.Tree;
import java.io.IOException;
import java.util.BitSet;
import java.util.Map;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Guesses of the position pass, held against the definitions that a file includes. */
@Test
public final class RolesByIndexTest {

  private static final String HEADER =
      """
      typedef struct { int a; } boxed;
      typedef unsigned long span;
      #define alias span
      extern int width, height;
      int scale(int by);
      #define BUGGY "[Bug]: "
      #define MARK
      #define COLD __attribute__((cold))
      #define REPEAT(n) for (int r = 0; r < (n); r++)
      #define REPEAT_TWICE REPEAT(2)
      #define CHECKED(x) do { if (x) scale(x); } while (0)
      #define COMMON int head; int tail;
      #define PICK(t) typeof(t)
      #define BOTH_WAYS &&
      #ifdef CONFIG_DEBUG
      #define TRACED __attribute__((used))
      #else
      #define TRACED
      #endif
      """;

  /** What stands in the file, the word, what comes of its guess, where the definition is. */
  @DataProvider
  public static Object[][] guesses() {
    return new Object[][] {
      // Confirmed.
      {"void f(void) { boxed *p; }", "boxed", "TYPE_NAME INDEX include/linux/x.h:1"},
      {"int g(boxed, int);", "boxed", "TYPE_NAME INDEX include/linux/x.h:1"},
      {"int g(alias, int);", "alias", "TYPE_NAME INDEX include/linux/x.h:3"},
      {"static int COLD slow;", "COLD", "ATTR INDEX include/linux/x.h:8"},
      {"static int MARK marked;", "MARK", "ATTR INDEX include/linux/x.h:7"},
      {"static int TRACED traced;", "TRACED", "ATTR INDEX include/linux/x.h:16"},
      {
        "void f(void) {\n\tREPEAT(2)\n\t\tg(1);\n}",
        "REPEAT",
        "BLOCK_MACRO INDEX include/linux/x.h:9"
      },
      {"void f(void) { CHECKED(1) }", "CHECKED", "MACRO_STATEMENT INDEX include/linux/x.h:11"},
      {"int z = (a) BOTH_WAYS b;", "BOTH_WAYS", "INFIX_MACRO INDEX include/linux/x.h:14"},
      // Overturned.
      {"void f(void) { width * height; }", "width", "none"},
      {"long z = (span)(a + 1);", "span", "TYPE_NAME INDEX include/linux/x.h:2"},
      {"long z = (alias) - 1;", "alias", "TYPE_NAME INDEX include/linux/x.h:3"},
      {"long z = sizeof(boxed);", "boxed", "TYPE_NAME INDEX include/linux/x.h:1"},
      {"void f(void) { g(BUGGY OTHER, 1); }", "BUGGY", "STRING_MACRO SHAPE"},
      {
        "void f(void) {\n\tCHECKED(1)\n\t\tg(1);\n}",
        "CHECKED",
        "MACRO_STATEMENT INDEX include/linux/x.h:11"
      },
      {"void f(void) {\n\tREPEAT(2) g(1);\n}", "REPEAT", "BLOCK_MACRO INDEX include/linux/x.h:9"},
      {"struct s { COMMON u8 own; };", "COMMON", "MACRO_STATEMENT INDEX include/linux/x.h:12"},
      // Named otherwise inside, or nowhere in reach.
      {"void f(int span) { g((span) - 1); }", "span", "none"},
      {"void f(void) { unseen *p; }", "unseen", "TYPE_NAME GUESS"},
      {"long z = (unseen)(a + 1);", "unseen", "none"},
      {"void f(void) { elsewhere *p; }", "elsewhere", "TYPE_NAME GUESS"},
    };
  }

  private static final String INCLUDE = "#include <linux/x.h>\n";

  @Test(dataProvider = "guesses")
  public void isHeldAgainstItsDefinition(String source, String word, String expected)
      throws IOException {
    TreeSymbols symbols = indexed(source);
    assertEquals(shown(checked(symbols).roles(), symbols, word), expected);
    assertTrue(reading(symbols) instanceof Reading.Tree, reading(symbols).toString());
  }

  /** Without an index nobody is asked: the roles are the shape's. */
  @Test(dataProvider = "guesses")
  public void isLeftAloneWithoutAnIndex(String source, String word, String expected) {
    TreeSymbols symbols = TreeSymbols.of(tree(source));
    Roles byShape = PositionPass.roles(visible(symbols), unit(symbols));
    assertEquals(checked(symbols).roles(), byShape);
    assertTrue(
        byShape.roles().values().stream().noneMatch(role -> role.certainty() == Certainty.INDEX));
  }

  private static final String F = "function void; f: function(void) | ";

  /** What stands in the file, its tree by shape alone, and with the definitions known. */
  @DataProvider
  public static Object[][] trees() {
    return new Object[][] {
      {
        "void f(void) { boxed *p; }",
        F + "declaration boxed?; p: pointer",
        F + "declaration boxed; p: pointer"
      },
      {
        "void f(void) { width * height; }",
        F + "declaration width?; height: pointer",
        F + "(* (name width) (name height))"
      },
      {
        "long z = (span)(a + 1);",
        "declaration long; z = (call (paren (name span)) (+ (name a) 1))",
        "declaration long; z = (cast <span> (paren (+ (name a) 1)))"
      },
      {
        "void f(void) {\n\tREPEAT(2) g(1);\n}",
        F + "macro REPEAT? 2 | (call g 1)",
        F + "guarded REPEAT 2 | (call g 1)"
      },
      {
        "struct s { COMMON u8 own; };",
        "declaration struct s | declaration u8 @COMMON; own",
        "declaration struct s | macro COMMON | declaration u8; own"
      },
      {
        "void f(void) { g(BUGGY OTHER, 1); }",
        F + "(call g (type <BUGGY?> OTHER) 1)",
        F + "(call g (string (name BUGGY) (name OTHER)) 1)"
      },
    };
  }

  @Test(dataProvider = "trees")
  public void parsesWhatTheDefinitionsMake(String source, String byShape, String byDefinition)
      throws IOException {
    assertEquals(text(reading(TreeSymbols.of(tree(source)))), byShape);
    assertEquals(text(reading(indexed(source))), byDefinition);
  }

  /** A header that the file does not include is no evidence. */
  @Test
  public void asksOnlyWhatIsIncluded() throws IOException {
    TreeSymbols symbols = indexed("int a;");
    assertEquals(symbols.oracle("a.c").meaning("elsewhere", false).isPresent(), false);
    assertEquals(symbols.oracle("b.c").meaning("elsewhere", false).isPresent(), true);
  }

  private static Tree tree(String source) {
    return MemoryTree.of(
        "a.c",
        INCLUDE + source,
        "b.c",
        "#include <linux/y.h>\n",
        "include/linux/x.h",
        HEADER,
        "include/linux/y.h",
        "extern int elsewhere;\n");
  }

  private static TreeSymbols indexed(String source) throws IOException {
    return TreeSymbolsTest.indexed(tree(source));
  }

  private static Unit unit(TreeSymbols symbols) {
    return external(symbols).what() == External.What.FUNCTION ? Unit.FUNCTION : Unit.DECLARATION;
  }

  private static CFile file(TreeSymbols symbols) {
    return symbols.file("a.c").orElseThrow();
  }

  private static External external(TreeSymbols symbols) {
    return file(symbols).outline().externals().get(1);
  }

  private static Reading reading(TreeSymbols symbols) {
    return file(symbols).readings(external(symbols)).get(0);
  }

  private static String text(Reading reading) {
    return TreeText.of(((Reading.Tree) reading).unit()).strip().replaceAll("\\s*\\n\\s*", " | ");
  }

  private static VisibleTokens visible(TreeSymbols symbols) {
    External external = external(symbols);
    return VisibleTokens.of(
        file(symbols).outline().tokens(), external.firstToken(), external.endToken(), new BitSet());
  }

  private static CheckedRoles checked(TreeSymbols symbols) {
    return PositionPass.checked(visible(symbols), unit(symbols), symbols.oracle("a.c"));
  }

  /** The role of a word: kind, certainty, evidence. */
  private static String shown(Roles roles, TreeSymbols symbols, String word) {
    CTokens tokens = file(symbols).outline().tokens();
    return roles.roles().entrySet().stream()
        .filter(entry -> tokens.isText(entry.getKey(), word))
        .map(Map.Entry::getValue)
        .map(role -> (role.kind() + " " + role.certainty() + " " + role.evidence()).strip())
        .findFirst()
        .orElse("none");
  }
}
