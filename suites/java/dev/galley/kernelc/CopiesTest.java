package dev.galley.kernelc;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertSame;

import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.TreeText;
import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.testng.annotations.Test;

/** Copies of a file in which a node or some octets are written otherwise. */
public final class CopiesTest {

  private static final String SOURCE =
      """
      int first(void)
      {
      	return a + b;
      }

      int second(void)
      {
      	return f(c);
      }

      int third(void)
      {
      	return d;
      }
      """;

  @Test
  public void replacedNodeIsReadAnew() {
    CFile file = CFile.of("f.c", Bytes.utf8(SOURCE));
    Expr.Call call = find(file, 1, Expr.Call.class);
    CFile changed = file.with(call, "g(c, 1) - 1");
    assertEquals(changed.bytes().utf8(), SOURCE.replace("f(c)", "g(c, 1) - 1"));
    assertEquals(text(changed, 1), text(CFile.of("f.c", changed.bytes()), 1));
    assertEquals(
        text(changed, 1),
        "function int; second: function(void)\n  return (- (call g (name c) 1) 1)\n");
    assertEquals(file.bytes().utf8(), SOURCE);
  }

  @Test
  public void treesBeforeTheChangeAreKept() {
    CFile file = CFile.of("f.c", Bytes.utf8(SOURCE));
    Reading first = file.readings(file.outline().externals().get(0)).get(0);
    CFile changed = file.with(find(file, 1, Expr.Call.class), "g()");
    assertSame(changed.readings(changed.outline().externals().get(0)).get(0), first);
  }

  @Test
  public void treesAfterTheChangeHaveTheirNewPlaces() {
    CFile file = CFile.of("f.c", Bytes.utf8(SOURCE));
    file.readings(file.outline().externals().get(2));
    CFile changed = file.with(new Span(0, 0), Bytes.utf8("int more;\n"));
    Expr.Ident d = find(changed, 3, Expr.Ident.class);
    assertEquals(Printer.print(d, changed).utf8(), "d");
  }

  @Test
  public void sumOfChangesIsTheWholeText() {
    CFile file = CFile.of("f.c", Bytes.utf8(SOURCE));
    CFile changed = file.with(new Span(0, SOURCE.length()), Bytes.utf8("int x;"));
    assertEquals(text(changed, 0), "declaration int; x\n");
  }

  private static String text(CFile file, int index) {
    External external = file.outline().externals().get(index);
    return TreeText.of(((Reading.Tree) file.readings(external).get(0)).unit());
  }

  private static <N extends CNode> N find(CFile file, int index, Class<N> kind) {
    External external = file.outline().externals().get(index);
    List<N> found = new ArrayList<>();
    ((Reading.Tree) file.readings(external).get(0))
        .unit()
        .walk(
            node -> {
              if (kind.isInstance(node)) {
                found.add(kind.cast(node));
              }
            });
    return found.get(0);
  }
}
