package dev.galley.kernelc.lex;

import static org.testng.Assert.assertEquals;

import dev.galley.text.Bytes;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Sources and the external declarations that they are cut into, {@code KIND name} each. */
public class OutlineTest {

  @DataProvider
  public static Object[][] sources() {
    return new Object[][] {
      {"int f(void) { return 0; }", "FUNCTION f"},
      {"static int __init f(struct x *a)\n{\n}\nint b;", "FUNCTION f, DECLARATION b"},
      {"static __printf(1, 2) int f(char *a, ...) { }", "FUNCTION f"},
      {"__printf(1, 2)\nint f(char *a, ...)\n{ }", "FUNCTION f"},
      {"void f(void) __acquires(&a->lock)\n__releases(b)\n{ }", "FUNCTION f"},
      {"static int __attribute__((x)) f(int a) __attribute__((y)) { }", "FUNCTION f"},
      {"static int (*f(int x))(void) { return g; }", "FUNCTION f"},
      {"static u32 (*f(int x))(void) { return g; }", "FUNCTION f"},
      {"int (f)(void) { }", "FUNCTION f"},
      {"struct x *f(struct y z) { }", "FUNCTION f"},
      {"struct x { int a; } f(void) { }", "FUNCTION f"},
      {"int f(a, b) int a; char *b; { return 0; }\nint c;", "FUNCTION f, DECLARATION c"},
      {"SYSCALL_DEFINE2(f, int, a, int, b)\n{\n}", "FUNCTION SYSCALL_DEFINE2"},
      {"static TEST(x) { }", "FUNCTION TEST"},
      {"FIXTURE(x) {\n int fd;\n};", "MACRO_CALL FIXTURE"},
      {"define_machine(x) {\n .name = \"a\",\n};", "MACRO_CALL define_machine"},
      {"DEFINE_X(a) = {\n 1,\n};\nint b;", "MACRO_CALL DEFINE_X, DECLARATION b"},
      {
        "MODULE_LICENSE(\"GPL\")\nmodule_init(f);\n",
        "MACRO_CALL MODULE_LICENSE, MACRO_CALL module_init"
      },
      {
        "A(x)\nstatic int b;\nB(y)\nint f(void)\n{ }",
        "MACRO_CALL A, DECLARATION b, MACRO_CALL B, FUNCTION f"
      },
      {"A(x)", "MACRO_CALL A"},
      {"A(x, { if (y) { z(); } })\nint b;", "MACRO_CALL A, DECLARATION b"},
      {"SEC(\"a\")\nint f(void) { }", "FUNCTION f"},
      {
        "static DEFINE_MUTEX(a);\nEXPORT_SYMBOL(f);",
        "DECLARATION DEFINE_MUTEX, MACRO_CALL EXPORT_SYMBOL"
      },
      {"struct a { int b; };", "RECORD a"},
      {"struct __packed a { struct { int b; } c; } __aligned(4);", "RECORD a"},
      {"struct a { int b; } c = { 1 };", "RECORD a"},
      {"struct near { int b; };\nunion far { int c; };", "RECORD near, RECORD far"},
      {"typedef struct { int b; } c_t;", "RECORD c_t"},
      {"union { int b; } c;", "RECORD c"},
      {"enum a { B, C = 3 };\nenum { D };", "ENUM a, ENUM "},
      {"enum a : unsigned char { B };", "ENUM a"},
      {
        "struct a;\ntypedef int b_t;\ntypedef int (*c)(int);",
        "DECLARATION a, TYPEDEF b_t, TYPEDEF c"
      },
      {"int a = 1, b;\nstatic u8 c[] = { 1 };", "DECLARATION a, DECLARATION c"},
      {
        "int (*a)(int);\nint a(int) __pure;\nextern int b __initdata;",
        "DECLARATION a, DECLARATION a, DECLARATION b"
      },
      {"struct x a = { .f = ({ 1; }), };", "DECLARATION a"},
      {"asm(\"x\");\nstatic_assert(1);\n;", "OTHER , OTHER , OTHER "},
      {"extern \"C\" {\nint f(void);\n}\nint a;", "OTHER , DECLARATION f, OTHER , DECLARATION a"},
      {
        "#include <a.h>\n#define B 1\nint f(void)\n{\n#define C\n}",
        "INCLUDE a.h, DEFINE B, FUNCTION f"
      },
      {
        "#if A\nint f(int a)\n#else\nint f(void)\n#endif\n{\n}\nint b;", "FUNCTION f, DECLARATION b"
      },
      {
        "#if A\nint f(int a)\n{\n#else\nint g(void)\n{\n#endif\n}\nint b;",
        "FUNCTION f, DECLARATION b"
      },
      {"#if A\nX2(a)\n#else\nX3(a, b)\n#endif\n{ }", "FUNCTION X2"},
      {
        "#if A\nint f(void) { }\n#else\nint f(void);\n#endif\nint b;",
        "FUNCTION f, DECLARATION f, DECLARATION b"
      },
      {
        "int f(void)\n{\n#if A\nif (a) {\n#else\nif (b) {\n#endif\n}\n}\nint c;",
        "FUNCTION f, DECLARATION c"
      },
      {"int f(void)\n{\n#if A\n}\n#else\nb();\n}\n#endif\nint c;", "FUNCTION f, DECLARATION c"},
      {"int f(void)\n{\n#if 0\n if (a) {\n#endif\n}\nint c;", "FUNCTION f, DECLARATION c"},
      {"#if 0\n????\n}}\n#endif\nint c;", "UNKNOWN , UNKNOWN , DECLARATION c"},
      {"int f(void)\n{\n {\n}\nint g(void)\n{\n}\n", "FUNCTION f, FUNCTION g"},
      {"int f(void)\n{\n if (a) {\n}\n}\nint g(void)\n{ }", "FUNCTION f, FUNCTION g"},
      {"}\nint a;", "UNKNOWN , DECLARATION a"},
      {"", ""},
    };
  }

  @Test(dataProvider = "sources")
  public void cutsASource(String source, String expected) {
    assertEquals(
        Outline.of(Bytes.utf8(source)).externals().stream()
            .map(external -> external.what() + " " + external.name())
            .collect(Collectors.joining(", ")),
        expected);
  }

  @Test
  public void anExternalSaysWhereItsNameAndBodyAre() {
    Outline outline = Outline.of(Bytes.utf8("/* a */ static int f(int b) { return b; } // c\n"));
    External f = outline.externals().get(0);
    assertEquals(
        outline.tokens().source().slice(f.span()).utf8(), "static int f(int b) { return b; }");
    assertEquals(outline.tokens().text(f.nameToken()), "f");
    assertEquals(outline.tokens().text(f.bodyToken()), "{");
    assertEquals(outline.tokens().end(f.endToken() - 1), f.span().end());
    assertEquals(outline.at(f.span().start() + 3).orElseThrow(), f);
  }

  @Test
  public void aDefineInsideAFunctionIsFound() {
    Outline outline = Outline.of(Bytes.utf8("int f(void)\n{\n#define A 1\n#undef A\n}\n"));
    assertEquals(
        outline.definesInside(outline.externals().get(0)).stream().map(External::name).toList(),
        List.of("A"));
  }

  @DataProvider
  public static Object[][] groups() {
    return new Object[][] {
      {"#if A\nint a;\n#endif", "WHOLE"},
      {"#if A\n#define B\n#else\n#define C\n#endif", "ONLY_DIRECTIVES"},
      {
        "#ifdef __cplusplus\nextern \"C\" {\n#endif\nint a;\n#ifdef __cplusplus\n}\n#endif",
        "WHOLE WHOLE"
      },
      {body("#if A\na();\n#elif B\nif (c)\n d();\n#else\n{ }\n#endif"), "WHOLE"},
      {body("#if A\na();\n# if B\nb();\n# endif\n#endif"), "WHOLE WHOLE"},
      {body("#if A\n#if B\nb();\n#endif\n#endif"), "WHOLE WHOLE"},
      {body("switch (a) {\n#if A\ncase 1:\n#endif\ncase 2:\n b(); }"), "WHOLE"},
      {body("out:\n#if A\na();\n#endif"), "WHOLE"},
      {body("MACRO(x)\n#if A\na();\n#endif"), "WHOLE"},
      {body("#if 0\nif (a\n#endif"), "WHOLE"},
      {body("#if A\nif (a)\n b();\nelse\n#endif\nc();"), "ELSE_CHAIN"},
      {body("if (a)\n b();\n#if A\nelse if (c)\n d();\n#endif"), "ELSE_CHAIN"},
      {body("#if A\nif (a) {\n#endif\nb();\n#if A\n}\n#endif"), "BRACE BRACE"},
      {body("if (a) {\n#if A\n b();\n} else {\n#endif\n c(); }"), "BRACE"},
      {body("if (a\n#if A\n && b\n#endif\n) c();"), "EXPRESSION"},
      {body("return a\n#if A\n + b\n#endif\n ;"), "EXPRESSION"},
      {body("a(b,\n#if A\n c,\n#endif\n d);"), "LIST"},
      {body("a(b,\n#if A\n c,\n#else\n d,\n#endif\n e);"), "EXPRESSION"},
      {body("#if A\na(b,\n#else\na(c,\n#endif\n d);"), "EXPRESSION"},
      {body("if (a)\n#if A\n b();\n#else\n c();\n#endif"), "AFTER_HEAD"},
      {body("list_for_each(a, b)\n#if A\n b();\n#else\n c();\n#endif"), "AFTER_HEAD"},
      {body("#if A\nif (a)\n#endif\n b();"), "MID_STATEMENT"},
      {body("int a,\n#if A\n b,\n#endif\n c;"), "MID_STATEMENT"},
      {"struct a {\n int b;\n#if A\n int c;\n#endif\n};", "WHOLE"},
      {"enum a {\n B,\n#if A\n C,\n#endif\n D\n};", "LIST"},
      {"enum a {\n B\n#if A\n , C\n#endif\n};", "LIST"},
      {"int a[] = {\n#if A\n 1,\n#else\n 2,\n 3,\n#endif\n};", "LIST"},
      {"int a[] = {\n 1\n#if A\n + 1\n#endif\n};", "EXPRESSION"},
      {"struct a b = {\n .c = 1,\n#if A\n .d = 2\n#endif\n};", "LIST"},
      {"#if A\nint f(int a)\n#else\nint f(void)\n#endif\n{ }", "HEADER"},
      {"int f(int a\n#if A\n, int b\n#endif\n) { }", "HEADER"},
      {"#if A\nstatic\n#endif\nint f(void) { }", "HEADER"},
      {"#if A\nstatic\n#endif\nint f;", "MID_STATEMENT"},
    };
  }

  private static String body(String statements) {
    return "int f(void)\n{\n" + statements + "\n}\n";
  }

  @Test(dataProvider = "groups")
  public void tellsTheShapeOfAGroup(String source, String expected) {
    assertEquals(
        Outline.of(Bytes.utf8(source)).groups().stream()
            .map(group -> group.shape().name())
            .collect(Collectors.joining(" ")),
        expected);
  }

  @Test
  public void anIncludeGuardIsTold() {
    assertEquals(
        guards("/* a */\n#ifndef A_H\n#define A_H 1\n#ifdef B\n#endif\n#endif /* A_H */\n"),
        "true false");
    assertEquals(guards("#if !defined(A)\n#define A\nint a;\n#endif"), "true");
    assertEquals(guards("#ifndef A\n#define B\n#endif"), "false");
    assertEquals(guards("int a;\n#ifndef A\n#define A\n#endif"), "false");
    assertEquals(guards("#ifndef A\n#define A\n#else\n#endif"), "false");
    assertEquals(guards("#ifndef A\n#define A\n#endif\n#define B"), "false");
  }

  private static String guards(String source) {
    return Outline.of(Bytes.utf8(source)).groups().stream()
        .map(group -> String.valueOf(group.isIncludeGuard()))
        .collect(Collectors.joining(" "));
  }

  @Test
  public void unbalancedLinesAreTold() {
    assertEquals(
        problems("#else\n#endif\n#if A\nint f(void) {"),
        "#else without #if, #endif without #if, no #endif ends this, this bracket is not closed");
    assertEquals(problems("}"), "this brace closes nothing");
    assertEquals(problems("#if 0\n}\n#endif"), "");
  }

  private static String problems(String source) {
    return Outline.of(Bytes.utf8(source)).problems().stream()
        .map(problem -> problem.message())
        .collect(Collectors.joining(", "));
  }

  @Test(timeOut = 60_000)
  public void anyTokensAreCutInOrder() {
    String[] pieces = {
      "a ",
      "f(",
      ")",
      "{",
      "}",
      ";",
      ",",
      "=",
      "int ",
      "struct ",
      "static ",
      "\"C\"",
      "extern ",
      "\n#if A\n",
      "\n#else\n",
      "\n#endif\n",
      "\n#if 0\n",
      "\n#define X\n",
      "else ",
      "[",
      "]",
      ":",
      "enum ",
      "(*",
      "\n"
    };
    Random random = new Random(11);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      Outline outline = Outline.of(Bytes.utf8(text.toString()));
      int end = 0;
      for (External external : outline.externals()) {
        if (external.firstToken() < end || external.endToken() <= external.firstToken()) {
          throw new AssertionError(text + "\n" + outline.externals());
        }
        end = external.endToken();
        Configurations readings = Configurations.of(outline, external);
        if (readings.readings().size() > Configurations.MOST) {
          throw new AssertionError(text.toString());
        }
      }
    }
  }

  @Test(timeOut = 60_000)
  public void deepAndLongTextIsCut() {
    for (String piece :
        List.of(
            "(",
            "{",
            "[",
            "({",
            "f(",
            "#if A\n",
            "#if A\n{\n",
            "\n#if A\n#else\n",
            "a ",
            "}\n",
            "#if A\n(#endif\n",
            "f(x)\n",
            "#define A\n",
            "int f(void) {",
            "static ",
            "#if 0\n#else\n#endif\n")) {
      Outline.of(Bytes.utf8(piece.repeat(20_000)));
    }
  }
}
