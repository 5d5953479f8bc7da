package dev.galley.kernelc;

import static org.testng.Assert.assertEquals;

import dev.galley.kernelc.syntax.TreeText;
import dev.galley.text.Bytes;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Pieces of C by themselves, and their trees. */
public final class SnippetTest {

  private enum What {
    EXPRESSION,
    STATEMENTS,
    DECLARATIONS,
    TYPE;

    Reading parse(Bytes source) {
      return switch (this) {
        case EXPRESSION -> Snippet.expression(source);
        case STATEMENTS -> Snippet.statements(source);
        case DECLARATIONS -> Snippet.declarations(source);
        case TYPE -> Snippet.type(source);
      };
    }
  }

  @DataProvider
  public static Object[][] snippets() {
    return new Object[][] {
      {What.EXPRESSION, "d->x + 1", "(+ (-> (name d) x) 1)\n"},
      {What.EXPRESSION, "f(a, *b)", "(call f (name a) (* (name b)))\n"},
      {What.EXPRESSION, "a +", "unexpected end"},
      {What.EXPRESSION, "", "unexpected end"},
      {What.STATEMENTS, "a(); if (b) c()", "(call a)\nif (name b)\n  (call c)\n"},
      {What.STATEMENTS, "a(); }", "unexpected `}`"},
      {What.DECLARATIONS, "struct a *b;", "declaration struct a; b: pointer\n"},
      {What.TYPE, "const u8 *", "(type <pointer const u8>)\n"},
      {What.TYPE, "struct a *)", "unexpected `)`"},
    };
  }

  @Test(dataProvider = "snippets")
  public void treeOrReason(What what, String source, String expected) {
    Reading reading = what.parse(Bytes.utf8(source));
    assertEquals(
        reading instanceof Reading.Tree tree
            ? TreeText.of(tree.unit())
            : ((Reading.Unknown) reading).reason(),
        expected);
  }
}
