package dev.galley.kernelc;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.text.Bytes;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.testng.annotations.Test;

/** Long and deep input: read as far as the limits allow, and never an overflow. */
public final class DepthTest {

  @Test
  public void longSumIsRead() {
    Reading reading = body("x = a" + " + a".repeat(25_000) + ";");
    assertEquals(count(reading, Expr.Binary.class), 25_000);
  }

  @Test
  public void longLadderIsRead() {
    Reading reading = body("if (a) f();" + " else if (a) f();".repeat(1_600) + " else g();");
    assertEquals(count(reading, Stmt.If.class), 1_601);
  }

  @Test
  public void longChoiceIsRead() {
    Reading reading = body("x = " + "a ? b : ".repeat(1_000) + "c;");
    assertEquals(count(reading, Expr.Conditional.class), 1_000);
  }

  @Test
  public void deepParenthesesAreRead() {
    Reading reading = body("x = " + "(".repeat(1_500) + "a" + ")".repeat(1_500) + ";");
    assertEquals(count(reading, Expr.Paren.class), 1_500);
  }

  @Test
  public void deepBlocksAreRead() {
    Reading reading = body("{".repeat(1_500) + "}".repeat(1_500));
    assertEquals(count(reading, Stmt.Compound.class), 1_501);
  }

  @Test
  public void tooDeepIsUnknownWithNeededAndAllowed() {
    Reading reading = body("x = " + "(".repeat(10_000) + "a" + ")".repeat(10_000) + ";");
    assertEquals(
        ((Reading.Unknown) reading).reason(), "10001 brackets open at once, allowed are 2000");
  }

  @Test
  public void longPrefixChainIsReadOrUnknown() {
    Reading reading = body("x = " + "!".repeat(100_000) + "a;");
    assertTrue(
        reading instanceof Reading.Tree
            || ((Reading.Unknown) reading).reason().equals("nested too deeply"),
        "neither a tree nor its reason");
  }

  @Test
  public void tooManyTokensAreUnknown() {
    CLimits limits = new CLimits(1 << 20, 100, 10, 10, 16);
    CFile file = CFile.of("f.c", Bytes.utf8("int x[] = { " + "1, ".repeat(100) + "};"), limits);
    Reading reading = file.readings(file.outline().externals().get(0)).get(0);
    assertTrue(((Reading.Unknown) reading).reason().endsWith("tokens, allowed are 100"));
  }

  @Test
  public void tooManyOctetsAreUnknown() {
    CLimits limits = new CLimits(10, 100, 10, 10, 16);
    CFile file = CFile.of("f.c", Bytes.utf8("int longer_name;"), limits);
    Reading reading = file.readings(file.outline().externals().get(0)).get(0);
    assertEquals(((Reading.Unknown) reading).reason(), "16 octets in the file, allowed are 10");
  }

  private static Reading body(String statements) {
    CFile file = CFile.of("f.c", Bytes.utf8("void f(void)\n{\n" + statements + "\n}\n"));
    List<Reading> readings = file.readings(file.outline().externals().get(0));
    assertEquals(readings.size(), 1);
    return readings.get(0);
  }

  private static int count(Reading reading, Class<? extends CNode> kind) {
    AtomicInteger count = new AtomicInteger();
    ((Reading.Tree) reading)
        .unit()
        .walk(
            node -> {
              if (kind.isInstance(node)) {
                count.incrementAndGet();
              }
            });
    return count.get();
  }
}
