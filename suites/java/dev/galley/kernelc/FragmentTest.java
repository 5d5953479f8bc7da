package dev.galley.kernelc;

import static org.testng.Assert.assertEquals;

import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.TreeText;
import dev.galley.patch.Diff;
import dev.galley.patch.DiffReader;
import dev.galley.patch.Hunk;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Sides of hunks, read without the file around them. */
public final class FragmentTest {

  @DataProvider
  public static Object[][] bodies() {
    return new Object[][] {
      {
        "whole statements",
        """
        	a = f(b);
        -	old(a);
        +	if (a)
        +		g(a);
        	return a;
        """,
        """
        (= (name a) (call f (name b)))
        if (name a)
          (call g (name a))
        return (name a)
        """
      },
      {
        "a block that began before",
        """
        		a();
        	}
        +	b();
        """,
        """
        (call a)
        --
        (call b)
        """
      },
      {
        "the else of an if before",
        """
        		a();
        	} else {
        +		b();
        	}
        	c();
        """,
        """
        (call a)
        --
        block
          (call b)
        (call c)
        """
      },
      {
        "a block that ends after",
        """
        +	if (x) {
        +		a();
        """,
        """
        if (name x)
          (call a)
        """
      },
      {
        "the rest of a call",
        """
        		 b, c);
        +	d();
        """,
        """
        unknown: part of a statement that begins before the hunk
        --
        (call d)
        """
      },
      {
        "the start of a call",
        """
        +	d();
        	f(a,
        """,
        """
        (call d)
        --
        unknown: a statement that ends after the hunk
        """
      },
      {
        "the end of a comment",
        """
         	 * of a comment
         	 */
        +	d();
        """,
        """
        unknown: the end of a comment that begins before the hunk
        --
        (call d)
        """
      },
      {
        "the end of a function and the next one",
        """
        	return 0;
         }
        \s
        +int g(void)
        +{
        +	return 1;
        +}
        """,
        """
        return 0
        --
        function int; g: function(void)
          return 1
        """
      },
      {
        "members",
        """
        	int a;
        +	unsigned int b:1;
        	struct list_head c;
        """,
        """
        declaration int; a
        declaration unsigned int; b : 1
        declaration struct list_head; c
        """
      },
      {
        "initialisers",
        """
        	.probe = f,
        +	.remove = g,
        """,
        """
        (list (at .probe (name f)) (at .remove (name g)))
        """
      },
      {
        "conditionals",
        """
        +#ifdef CONFIG_A
        +	a();
        +#endif
        	b();
        """,
        """
        #ifdef CONFIG_A
          (call a)
        #endif
        (call b)
        """
      },
    };
  }

  @Test(dataProvider = "bodies")
  public void newSideIsRead(String what, String body, String expected) {
    assertEquals(text(Fragment.of(hunk(body), Fragment.Side.AFTER)), expected, what);
  }

  @Test
  public void oldSideHasTheRemovedLines() {
    String body = "\tf();\n-\told();\n+\tnewer();\n";
    assertEquals(text(Fragment.of(hunk(body), Fragment.Side.BEFORE)), "(call f)\n(call old)\n");
  }

  @Test
  public void commentThatEndsAfterTheHunkIsLeftOut() {
    String body = "\tf();\n+\tg();\n\t/*\n\t * What follows\n";
    assertEquals(text(Fragment.of(hunk(body), Fragment.Side.AFTER)), "(call f)\n(call g)\n");
  }

  @Test
  public void conditionalsThatReachOutOfTheHunkAreLeftOut() {
    String ends = "\tf();\n#endif\n+\tg();\n#ifdef CONFIG_X\n\th();\n";
    String calls = "(call f)\n(call g)\n(call h)\n";
    assertEquals(text(Fragment.of(hunk(ends), Fragment.Side.AFTER)), calls);
  }

  @DataProvider
  public static Object[][] headings() {
    return new Object[][] {
      {"static int pci_probe(struct pci_dev *dev,", Optional.of("pci_probe")},
      {"SYSCALL_DEFINE2(open, const char __user *, filename,", Optional.of("open")},
      {"struct pci_dev {", Optional.empty()},
      {"", Optional.empty()},
    };
  }

  @Test(dataProvider = "headings")
  public void headingNamesTheFunction(String heading, Optional<String> expected) {
    assertEquals(Fragment.function(Bytes.utf8(heading)), expected);
  }

  @Test
  public void placesPointIntoTheDiff() {
    Bytes diff = diff("\tf();\n-\told(x);\n+\tcall(a,\n+\t     b);\n");
    Hunk hunk = hunk(diff);
    List<String> found = new ArrayList<>();
    for (Fragment.Piece piece : Fragment.of(hunk, Fragment.Side.AFTER).pieces()) {
      ((Reading.Tree) piece.readings().get(0))
          .unit()
          .walk(
              node -> {
                if (node instanceof Expr.Ident || node instanceof Expr.Call) {
                  Span span = piece.inDiff(node.span()).orElseThrow();
                  found.add(diff.slice(span).utf8());
                }
              });
    }
    assertEquals(found, List.of("f()", "f", "call(a,\n+\t     b)", "call", "a", "b"));
  }

  private static String text(Fragment fragment) {
    List<String> pieces = new ArrayList<>();
    for (Fragment.Piece piece : fragment.pieces()) {
      StringBuilder text = new StringBuilder();
      for (Reading reading : piece.readings()) {
        text.append(
            reading instanceof Reading.Tree tree
                ? TreeText.of(tree.unit())
                : "unknown: " + ((Reading.Unknown) reading).reason() + "\n");
      }
      pieces.add(text.toString());
    }
    return String.join("--\n", pieces);
  }

  private static Hunk hunk(String body) {
    return hunk(diff(body));
  }

  private static Hunk hunk(Bytes diff) {
    Diff read = DiffReader.read(diff, Limits.DEFAULT).value();
    return read.files().get(0).hunks().get(0);
  }

  /** A diff around lines; those without a marker are context. */
  private static Bytes diff(String body) {
    StringBuilder marked = new StringBuilder();
    int old = 0;
    int added = 0;
    for (String line : body.lines().toList()) {
      boolean isMarked = line.startsWith("+") || line.startsWith("-") || line.startsWith(" ");
      marked.append(isMarked ? line : " " + line).append('\n');
      old += line.startsWith("+") ? 0 : 1;
      added += line.startsWith("-") ? 0 : 1;
    }
    return Bytes.utf8(
        "diff --git a/f.c b/f.c\n--- a/f.c\n+++ b/f.c\n@@ -1,"
            + old
            + " +1,"
            + added
            + " @@ int f(void)\n"
            + marked);
  }
}
