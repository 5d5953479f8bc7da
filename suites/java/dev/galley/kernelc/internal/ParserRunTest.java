package dev.galley.kernelc.internal;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.kernelc.internal.ParserRun.Outcome;
import dev.galley.kernelc.internal.ParserRun.Parsed;
import dev.galley.kernelc.internal.ParserRun.Refused;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.Lexer;
import dev.galley.kernelc.lex.PositionPass.Unit;
import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.util.BitSet;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What parses, what is refused and where, and that nothing is thrown. */
public class ParserRunTest {

  @DataProvider
  static Object[][] accepted() {
    return new Object[][] {
      {Unit.FUNCTION, "static int __init f(void) { return g(KERN_ERR \"x\"); }"},
      {Unit.DECLARATION, "struct s { T a; }; typedef u32 T; int x = 1;"},
      {Unit.DECLARATION, ""},
      {Unit.MACRO_CALL, "module_init(f)"},
      {Unit.MACRO_CALL, "define_machine(x) { .f = g };"},
      {Unit.STATEMENTS, "do { f(); } while (0)"},
      {Unit.STATEMENTS, "for (p = a; p; p = p->next)"},
      {Unit.STATEMENTS, "if (x) f(#x, a##b)"},
      {Unit.STATEMENTS, "switch (x) { case 1 ... 3: CASE(4): f(); case X(y); break; }"},
      {Unit.STATEMENTS, "T x[] = { [A] { 1 }, FOO(y) { 2 } };"},
      {Unit.EXPRESSION, "({ T *p = x; *p; })"},
      {Unit.EXPRESSION, "f(a, return -EINVAL, <, [*i].x, static)"},
    };
  }

  @Test(dataProvider = "accepted")
  public void parses(Unit unit, String source) {
    Outcome outcome = parse(unit, source);
    assertTrue(outcome instanceof Parsed, String.valueOf(outcome));
  }

  @DataProvider
  static Object[][] refused() {
    return new Object[][] {
      {Unit.FUNCTION, "int f(void) { return 1; ", "23 unexpected end"},
      {Unit.FUNCTION, "int x;", "5 unexpected `;`"},
      {Unit.STATEMENTS, "f(x", "3 unexpected end"},
      {Unit.STATEMENTS, "x = ????;", "4 unexpected `?`"},
      {Unit.EXPRESSION, "a b", "2 unexpected `b`"},
      {Unit.EXPRESSION, "f(", "2 unexpected end"},
      {Unit.DECLARATION, "int x[;", "6 unexpected `;`"},
      {Unit.EXPRESSION, "", "0 unexpected end"},
    };
  }

  @Test(dataProvider = "refused")
  public void refusesWithReasonAndPlace(Unit unit, String source, String expected) {
    Outcome outcome = parse(unit, source);
    assertTrue(outcome instanceof Refused, source);
    Refused refused = (Refused) outcome;
    assertEquals(refused.at().start() + " " + refused.reason(), expected);
  }

  @DataProvider
  static Object[][] deep() {
    return new Object[][] {
      {"(", "x", ")"},
      {"f(", "x", ")"},
      {"a[", "x", "]"},
      {"-", "x", ""},
      {"(u32)", "x", ""},
      {"x ? y : ", "z", ""},
      {"({ ", "x", "; })"},
    };
  }

  /** Beyond any kernel, within the large stack. */
  @Test(dataProvider = "deep")
  public void standsDeepNesting(String open, String middle, String close) {
    String source = open.repeat(2_000) + middle + close.repeat(2_000);
    assertTrue(parse(Unit.EXPRESSION, source) instanceof Parsed, open);
  }

  @Test
  public void refusesNestingThatNoStackStands() {
    String source = "(".repeat(1_000_000) + "x" + ")".repeat(1_000_000);
    Outcome outcome = parse(Unit.EXPRESSION, source);
    assertTrue(outcome instanceof Refused, "parsed");
    assertEquals(((Refused) outcome).reason(), "nested too deeply");
    assertEquals(((Refused) outcome).at(), new Span(0, source.length()));
  }

  private static Outcome parse(Unit unit, String source) {
    Bytes bytes = Bytes.utf8(source);
    CTokens tokens = Lexer.lexMacroBody(bytes, new Span(0, bytes.length()));
    return ParserRun.parse(tokens, 0, tokens.count(), new BitSet(), unit);
  }
}
