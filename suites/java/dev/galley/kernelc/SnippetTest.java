package dev.galley.kernelc;

import static org.testng.Assert.assertEquals;

import dev.galley.kernelc.syntax.TreeText;
import dev.galley.text.Bytes;
import java.util.function.Function;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Pieces of C by themselves, and their trees. */
public final class SnippetTest {

  private enum What {
    EXPRESSION(Snippet::expression),
    STATEMENTS(Snippet::statements),
    DECLARATIONS(Snippet::declarations),
    TYPE(Snippet::type);

    private final Function<Bytes, Reading> parser;

    What(Function<Bytes, Reading> parser) {
      this.parser = parser;
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
    Reading reading = what.parser.apply(Bytes.utf8(source));
    assertEquals(
        reading instanceof Reading.Tree tree
            ? TreeText.of(tree.unit())
            : ((Reading.Unknown) reading).reason(),
        expected);
  }
}
