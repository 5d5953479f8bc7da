package dev.galley.kernelc;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertNotNull;
import static org.testng.Assert.assertTrue;

import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.TreeText;
import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/**
 * What no compiler would take, and what is far too much of it: the reader answers in time, says why
 * and where it cannot read, and reads the rest of the file.
 */
public class BadInputTest {

  private static final String BEFORE = "int before(int a)\n{\n\treturn a;\n}\n\n";
  private static final String AFTER = "\nint after(int b)\n{\n\treturn b + 1;\n}\n";
  private static final int LEVELS = 10_000;

  /**
   * Trees of less octets than this are printed too; the print recurses, and needs a line a level.
   */
  private static final int PRINTED = 2_000;

  private static final int LARGE = 5 << 20;

  /** Octets of a text of many small declarations: each costs a parser of its own. */
  private static final int MANY = 1 << 20;

  private static final Map<String, String> DEEP_TEXTS = deepTexts();

  /** By name, and made when used: all together they are more than a heap. */
  private static final Map<String, Supplier<String>> LARGE_TEXTS = largeTexts();

  /** Far above what is needed: a hang is found, a busy machine is not. */
  private static final long TIMEOUT = 120_000;

  /** Everything that anybody asks of a file; fails on what must never be. */
  static List<Reading> readAll(Bytes source) {
    CFile file = CFile.of("bad.c", source);
    tokensCover(file.outline().tokens(), source.length());
    List<Reading> all = new ArrayList<>();
    int last = 0;
    for (External external : file.outline().externals()) {
      Span span = external.span();
      assertTrue(last <= span.start() && span.end() <= source.length(), external.toString());
      last = span.end();
      List<Reading> readings = file.readings(external);
      assertFalse(readings.isEmpty(), external.toString());
      readings.forEach(reading -> check(reading, file, external));
      all.addAll(readings);
    }
    return all;
  }

  private static void check(Reading reading, CFile file, External external) {
    if (reading instanceof Reading.Unknown unknown) {
      assertFalse(unknown.reason().isBlank(), external.toString());
      assertTrue(unknown.at().end() <= file.bytes().length(), unknown.toString());
    } else if (reading instanceof Reading.Tree tree) {
      boolean isBody = external.what() == External.What.DEFINE;
      assertTrue(isBody || tree.unit().span().equals(external.span()), tree.unit().span() + "");
      tree.unit().walk(node -> within(node, external));
      if (file.bytes().length() < PRINTED) {
        assertNotNull(TreeText.of(tree.unit()));
      }
      assertEquals(Printer.print(tree.unit(), file), file.bytes().slice(tree.unit().span()));
    }
  }

  private static void within(CNode node, External external) {
    assertTrue(
        external.span().start() <= node.span().start()
            && node.span().end() <= external.span().end(),
        node.span() + " is outside " + external.span());
  }

  private static void tokensCover(CTokens tokens, int length) {
    int at = 0;
    for (int token = 0; token < tokens.count(); token++) {
      assertEquals(tokens.start(token), at);
      at = tokens.end(token);
      assertTrue(at > tokens.start(token));
    }
    assertEquals(at, length);
  }

  private static Bytes bytes(String text) {
    return Bytes.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static boolean isRead(Bytes source, String function) {
    CFile file = CFile.of("bad.c", source);
    return file.outline().externals().stream()
        .filter(external -> external.what() == External.What.FUNCTION)
        .filter(external -> external.name().equals(function))
        .anyMatch(external -> file.readings(external).get(0) instanceof Reading.Tree);
  }

  /** Broken in themselves, but their braces balance: their neighbours must be read. */
  @DataProvider
  public static Object[][] contained() {
    Map<String, String> cases = new LinkedHashMap<>();
    cases.put("NUL in a body", "int f(void)\n{\n\tint a = 1\0;\n\treturn a;\n}\n");
    cases.put("NUL in a name", "int f\0g(void)\n{\n\treturn 1;\n}\n");
    cases.put("Latin-1 in a body", "int f(void)\n{\n\treturn \u00e4 + \u00ff;\n}\n");
    cases.put("Latin-1 in a string", "char *f(void)\n{\n\treturn \"\u00e4\u00ff\";\n}\n");
    cases.put("lone double quote", "int f(void)\n{\n\tg(\"open);\n\treturn 1;\n}\n");
    cases.put("lone single quote", "int f(void)\n{\n\tg('o);\n\treturn 1;\n}\n");
    cases.put("apostrophe in text", "#if 0\ndon't\n#endif\nint f(void)\n{\n\treturn 1;\n}\n");
    cases.put("missing operand", "int f(void)\n{\n\treturn 1 + ;\n}\n");
    cases.put("missing parenthesis", "int f(void)\n{\n\tif (g(1) {\n\t}\n\treturn 1;\n}\n");
    cases.put("parenthesis too many", "int f(void)\n{\n\tif (g(1))) {\n\t}\n\treturn 1;\n}\n");
    cases.put("bracket crossed", "int f(void)\n{\n\ta[(1]);\n\treturn 1;\n}\n");
    cases.put(
        "marks of a merge", "int f(void)\n{\n<<<<<<< a\n\tx();\n=======\n\ty();\n>>>>>>> b\n}\n");
    cases.put("C++ class", "class A : public B {\npublic:\n\tA() : b(1) {}\n\t~A();\n};\n");
    cases.put("C++ template", "template <typename T> T f(T a)\n{\n\treturn a << 1;\n}\n");
    cases.put(
        "C++ lambda",
        "int f()\n{\n\tauto g = [&](int a) -> int { return a; };\n\treturn g(1);\n}\n");
    cases.put("C++ operators", "int A::f() const\n{\n\treturn new int[3], std::cout << 1;\n}\n");
    cases.put("text template", "%%NAME%%_handler(%%ARGS%%)\n{\n\t%%BODY%%\n}\n");
    cases.put("Python template", "int f_{name}(void)\n{{\n\treturn {value};\n}}\n");
    cases.put("only operators", "+ - * / ->. ... ;\n");
    cases.put("stray else", "int f(void)\n{\n\telse g();\n}\n");
    cases.put("case outside", "int f(void)\n{\n\tcase 1 ... : default\n}\n");
    cases.put("do without while", "int f(void)\n{\n\tdo g();\n}\n");
    cases.put(
        "empty everything",
        "int f(,)\n{\n\tfor (;;;) if () while () switch () return return;\n}\n");
    cases.put("CRLF", "int f(void)\r\n{\r\n\tif (a)\r\n\t\treturn 1;\r\n\treturn 2;\r\n}\r\n");
    cases.put("CR alone", "int f(void)\r{\r\treturn 2;\r}\n");
    cases.put("splices", "int f(vo\\\nid)\n{\n\tret\\\nurn 2;\n}\n");
    cases.put("hash in a line", "int f(void)\n{\n\treturn #a ## b;\n}\n");
    cases.put(
        "odd directives", "#\n#!\n#foo bar\n#define\n#define 1\n#include\n#if\n#endif\n#line 3\n");
    cases.put("backslashes", "int f(void)\n{\n\treturn \\ a \\ \\;\n}\n");
    return rows(cases);
  }

  private static Object[][] rows(Map<String, String> cases) {
    return cases.entrySet().stream()
        .map(entry -> new Object[] {entry.getKey(), entry.getValue()})
        .toArray(Object[][]::new);
  }

  @Test(dataProvider = "contained", timeOut = TIMEOUT)
  public void neighboursAreRead(String name, String middle) {
    Bytes source = bytes(BEFORE + middle + AFTER);
    readAll(source);
    assertTrue(isRead(source, "before"), name);
    assertTrue(isRead(source, "after"), name);
  }

  /** Broken so that nobody can say where the rest begins: what stands before is read. */
  @DataProvider
  public static Object[][] open() {
    Map<String, String> cases = new LinkedHashMap<>();
    cases.put("brace missing at the end", "int f(void)\n{\n\tif (a) {\n\t\treturn 1;\n}\n");
    cases.put("brace too many", "int f(void)\n{\n\treturn 1;\n}\n}\n");
    cases.put("unterminated comment", "/* int f(void)\n{\n\treturn 1;\n}\n");
    cases.put("missing endif", "#ifdef A\nint f(void)\n{\n\treturn 1;\n}\n");
    cases.put("endif too many", "int f(void)\n{\n#endif\n\treturn 1;\n}\n#else\n#endif\n");
    cases.put("only closing braces", "}\n}\n}\n}\n");
    cases.put("only opening braces", "{\n{\n{\n{\n");
    cases.put("header without body", "int f(int a,\n");
    cases.put("prose", "This file is not C at all, it has words; and (parentheses).\n");
    cases.put("initialiser without end", "int a[] = { 1, 2, { 3,\n");
    return rows(cases);
  }

  @Test(dataProvider = "open", timeOut = TIMEOUT)
  public void whatStandsBeforeIsRead(String name, String end) {
    Bytes source = bytes(BEFORE + end + AFTER);
    readAll(source);
    assertTrue(isRead(source, "before"), name);
  }

  /** Lost or spare braces can be mended by those in column 0. */
  @Test(timeOut = TIMEOUT)
  public void aLostBraceDoesNotCostTheRestOfTheFile() {
    String text = "int f(void)\n{\n\tif (a) {\n\t\treturn 1;\n}\n";
    assertTrue(isRead(bytes(BEFORE + text + AFTER), "after"));
    assertTrue(isRead(bytes(BEFORE + "int f(void)\n{\n\treturn 1;\n}\n}\n" + AFTER), "after"));
  }

  /** Ten thousand of one thing inside the other. */
  @DataProvider
  public static Object[][] deep() {
    return DEEP_TEXTS.keySet().stream().map(name -> new Object[] {name}).toArray(Object[][]::new);
  }

  private static Map<String, String> deepTexts() {
    Map<String, String> cases = new LinkedHashMap<>();
    cases.put("parentheses", body("return " + nest("(", "1", ")") + ";"));
    cases.put("braces", body(nest("{", ";", "}")));
    cases.put("brackets", body("return " + nest("a[", "1", "]") + ";"));
    cases.put("calls", body("return " + nest("f(", "1", ")") + ";"));
    cases.put("conditionals", body("return " + "a ? b : ".repeat(LEVELS) + "c;"));
    cases.put("conditionals, first branch", body("return " + nest("a ? ", "b", " : c") + ";"));
    cases.put("not", body("return " + "!".repeat(LEVELS) + "a;"));
    cases.put("minus", body("return " + "- ".repeat(LEVELS) + "a;"));
    cases.put("dereference", body("return " + "*".repeat(LEVELS) + "a;"));
    cases.put("casts", body("return " + "(int)".repeat(LEVELS) + "a;"));
    cases.put("sizeof", body("return " + "sizeof ".repeat(LEVELS) + "a;"));
    cases.put("sum", body("return " + "a + ".repeat(LEVELS) + "a;"));
    cases.put("assignments", body("a" + " = a".repeat(LEVELS) + ";"));
    cases.put("commas", body("a" + ", a".repeat(LEVELS) + ";"));
    cases.put("members", body("a" + "->b".repeat(LEVELS) + ";"));
    cases.put("subscripts", body("a" + "[1]".repeat(LEVELS) + ";"));
    cases.put("else if", body("if (a) b(); " + "else if (a) b(); ".repeat(LEVELS)));
    cases.put("if", body("if (a) ".repeat(LEVELS) + "b();"));
    cases.put("for", body("for (;;) ".repeat(LEVELS) + "b();"));
    cases.put("while", body("while (a) ".repeat(LEVELS) + "b();"));
    cases.put("do", body(nest("do ", ";", " while (a);")));
    cases.put("switch", body("switch (a) ".repeat(LEVELS) + "b();"));
    cases.put("iterators", body("list_for_each(a, b) ".repeat(LEVELS) + "b();"));
    cases.put("labels", body("l: ".repeat(LEVELS) + "b();"));
    cases.put("cases", body("case 1: ".repeat(LEVELS) + "b();"));
    cases.put("statement expressions", body("a = " + nest("({ ", "1;", " });")));
    cases.put("#if", body("\n" + nest("#if A\n", "b();\n", "#endif\n")));
    cases.put("#else", body("\n#if A\nb();\n" + "#elif B\nb();\n".repeat(LEVELS) + "#endif\n"));
    cases.put("#if in expressions", body("\na = 1\n" + nest("#if A\n", "+ 1\n", "#endif\n") + ";"));
    cases.put(
        "#if beside each other",
        body("\nif (a)\n" + "#if A\nb();\n#else\nc();\n#endif\n".repeat(LEVELS)));
    cases.put("#if around file", nest("#if A\n", "int f(void)\n{\n}\n", "#endif\n"));
    cases.put("pointers", "int " + "*".repeat(LEVELS) + "a;\n");
    cases.put("declarators", "int " + nest("(", "a", ")") + ";\n");
    cases.put("function pointers", "int " + nest("(*", "a", ")(void)") + ";\n");
    cases.put("parameters", "int f" + nest("(int g", "", ")") + ";\n");
    cases.put("arrays", "int a" + "[1]".repeat(LEVELS) + ";\n");
    cases.put("structs", nest("struct a { ", "int b;", " c; };\n".replace("\n", "")) + "\n");
    cases.put("initialisers", "int a[] = " + nest("{ ", "1", " }") + ";\n");
    cases.put("designators", "struct s a = { " + ".b".repeat(LEVELS) + " = 1 };\n");
    cases.put("attributes", "int __attribute__(" + nest("(", "a", ")") + ") b;\n");
    cases.put("typeof", "typeof" + nest("(typeof", "(a)", ")") + " b;\n");
    cases.put("strings", "char *a = " + "\"b\" ".repeat(LEVELS) + ";\n");
    cases.put("macro calls", nest("A(", "1", ")") + ";\n");
    cases.put("_Generic", body("a = " + nest("_Generic(a, default: ", "1", ")") + ";"));
    cases.put("open parentheses", body("(".repeat(LEVELS)));
    cases.put("open braces", body("{".repeat(LEVELS)));
    cases.put("closing parentheses", body(")".repeat(LEVELS)));
    return cases;
  }

  private static String nest(String open, String middle, String close) {
    return open.repeat(LEVELS) + middle + close.repeat(LEVELS);
  }

  private static String body(String statements) {
    return "int f(void)\n{\n\t" + statements + "\n}\n";
  }

  @Test(dataProvider = "deep", timeOut = TIMEOUT)
  public void depthIsNoMatter(String name) {
    Bytes source = bytes(BEFORE + DEEP_TEXTS.getOrDefault(name, ""));
    readAll(source);
    assertTrue(isRead(source, "before"), name);
  }

  /** Millions of octets, as generators write them. */
  @DataProvider
  public static Object[][] large() {
    return LARGE_TEXTS.keySet().stream().map(name -> new Object[] {name}).toArray(Object[][]::new);
  }

  private static Map<String, Supplier<String>> largeTexts() {
    Map<String, Supplier<String>> cases = new LinkedHashMap<>();
    cases.put("#defines", () -> fill("#define REG_%d__SHIFT 0x%<x\n", "", ""));
    cases.put("members", () -> fill("\tint m%d;\n", "struct s {\n", "};\n"));
    cases.put(
        "initialiser", () -> fill("\t{ .a = %d, .b = 0x%<x },\n", "struct s a[] = {\n", "};\n"));
    cases.put("enumerators", () -> fill("\tE%d = %<d,\n", "enum e {\n", "};\n"));
    cases.put("statements", () -> fill("\twrite(%d, 0x%<x);\n", "void f(void)\n{\n", "}\n"));
    cases.put("declarations", () -> fill("int v%d;\n", "", ""));
    cases.put("prototypes", () -> fill("int p%d(int a, char *b);\n", "", ""));
    cases.put("functions", () -> fill("int f%d(int a)\n{\n\treturn a + %<d;\n}\n", "", ""));
    cases.put("one macro", () -> fill(" f(%d); \\\n", "#define A \\\n", "\n"));
    cases.put("one string", () -> fill("%d ", "char *a = \"", "\";\n"));
    cases.put("one comment", () -> fill("%d * / ", "/* ", "*/\n"));
    cases.put("one sum", () -> fill(" + %d", "int f(void)\n{\n\treturn 0", ";\n}\n"));
    cases.put("one list of arguments", () -> fill(", %d", "void f(void)\n{\n\tg(0", ");\n}\n"));
    cases.put("#if beside each other", () -> fill("#ifdef C%d\nint v%<d;\n#endif\n", "", ""));
    cases.put("one line", () -> fill("int v%d; ", "", "\n"));
    cases.put("one word", () -> "int " + "a".repeat(LARGE) + ";\n");
    cases.put("one number", () -> "int a = " + "1".repeat(LARGE) + ";\n");
    cases.put("spaces", () -> "int" + " ".repeat(LARGE) + "a;\n");
    cases.put("line feeds", () -> "\n".repeat(LARGE));
    cases.put("semicolons", () -> ";".repeat(LARGE / 8));
    cases.put("opening braces", () -> "{".repeat(LARGE));
    cases.put("opening parentheses", () -> "int f(void)\n{\n" + "(".repeat(LARGE));
    cases.put("closing braces", () -> "}".repeat(LARGE / 16));
    cases.put("quotes", () -> "'".repeat(LARGE));
    cases.put("double quotes", () -> "\"".repeat(LARGE));
    cases.put("backslashes", () -> "\\".repeat(LARGE));
    cases.put("spliced backslashes", () -> "\\\n".repeat(LARGE / 2));
    cases.put("hashes", () -> "#\n".repeat(LARGE / 2));
    cases.put("open comments", () -> "/*".repeat(LARGE / 2));
    cases.put("NULs", () -> "\0".repeat(LARGE));
    return cases;
  }

  private static String fill(String format, String before, String after) {
    StringBuilder text = new StringBuilder(before);
    boolean isOneUnit = !before.isEmpty() || format.startsWith("#define");
    for (int i = 0; text.length() < (isOneUnit ? LARGE : MANY); i++) {
      text.append(String.format(Locale.ROOT, format, i));
    }
    return text.append(after).toString();
  }

  @Test(dataProvider = "large", timeOut = TIMEOUT)
  public void sizeIsNoMatter(String name) {
    Bytes source = bytes(BEFORE + LARGE_TEXTS.getOrDefault(name, () -> "").get());
    readAll(source);
    assertTrue(isRead(source, "before"), name);
  }

  private static final String SMALL =
      """
      #include <linux/pci.h>
      #define A(x) do { f(x); } while (0)
      #ifdef CONFIG_X
      static const struct ops o = { .open = my_open, [3] = "s" "t", };
      #else
      enum e { E1 = 'c', E2 };
      #endif
      EXPORT_SYMBOL_GPL(my_open);
      static int __init my_open(struct inode *i, u32 __user *p)
      {
      	struct x *a, *b = container_of(p, struct x, m); /* comment */
      	guard(mutex)(&a->lock);
      	list_for_each_entry_safe(a, b, &head, list)
      		if (a->n[1] < (u8)~0x1f && !b) // line
      			goto out;
      #if defined(B) || \\
      	defined(C)
      	switch (n) { case 1 ... 3: break; default: return -EINVAL; }
      #endif
      	asm volatile("nop" : "=r" (a) : "r" (b) : "memory");
      	for (int k = 0; k < 3; k++) { x = y ? ({ int z = 1; z; }) : 2; }
      out:
      	return sizeof(struct x) + A(1);
      }
      """;

  @Test(timeOut = TIMEOUT)
  public void everyPrefixIsAnswered() {
    for (int end = 0; end <= SMALL.length(); end++) {
      readAll(bytes(SMALL.substring(0, end)));
    }
  }

  @Test(timeOut = TIMEOUT)
  public void everySuffixIsAnswered() {
    for (int start = 0; start <= SMALL.length(); start++) {
      readAll(bytes(SMALL.substring(start)));
    }
  }

  @Test(timeOut = TIMEOUT)
  public void everyTokenMayBeMissingOrDoubled() {
    CTokens tokens = CFile.of("small.c", bytes(SMALL)).outline().tokens();
    for (int token = 0; token < tokens.count(); token++) {
      String before = SMALL.substring(0, tokens.start(token));
      String after = SMALL.substring(tokens.end(token));
      readAll(bytes(before + after));
      readAll(bytes(before + tokens.text(token) + " " + tokens.text(token) + after));
    }
  }

  @Test(timeOut = TIMEOUT)
  public void randomOctetsAreAnswered() {
    Random random = new Random(3);
    for (int round = 0; round < 300; round++) {
      byte[] octets = new byte[random.nextInt(3000)];
      random.nextBytes(octets);
      readAll(Bytes.wrap(octets));
    }
  }

  @Test(timeOut = TIMEOUT)
  public void randomTokensAreAnswered() {
    CTokens tokens = CFile.of("small.c", bytes(SMALL)).outline().tokens();
    Random random = new Random(4);
    for (int round = 0; round < 500; round++) {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      for (int word = random.nextInt(300); word > 0; word--) {
        text.writeBytes(
            (tokens.text(random.nextInt(tokens.count())) + (random.nextInt(9) == 0 ? "\n" : " "))
                .getBytes(StandardCharsets.ISO_8859_1));
      }
      readAll(Bytes.wrap(text.toByteArray()));
    }
  }

  @Test
  public void anUnknownSaysWhatAndWhere() {
    Bytes source = bytes(BEFORE + "int f(void)\n{\n\treturn 1 + ;\n}\n");
    Reading.Unknown unknown =
        readAll(source).stream()
            .filter(Reading.Unknown.class::isInstance)
            .map(Reading.Unknown.class::cast)
            .findFirst()
            .orElseThrow();
    int place = source.latin1().indexOf("+ ;");
    assertTrue(unknown.reason().startsWith("unexpected"), unknown.reason());
    assertTrue(place <= unknown.at().start() && unknown.at().end() <= place + 3, "" + unknown);
  }
}
