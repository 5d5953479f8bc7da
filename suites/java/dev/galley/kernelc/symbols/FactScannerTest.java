package dev.galley.kernelc.symbols;

import static org.testng.Assert.assertEquals;

import dev.galley.kernelc.symbols.Hashes.Space;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What one pass over a file sees: rather a definition too many than one too few. */
@Test
public final class FactScannerTest {

  private static FileFacts facts(String source) {
    byte[] octets = source.getBytes(StandardCharsets.UTF_8);
    return new FactScanner().scan(octets, octets.length);
  }

  /** Source; names that have to be seen; names that may not. */
  @DataProvider
  public Object[][] definitions() {
    return new Object[][] {
      {"struct a { int m; };", "t:a", "o:m t:m o:a"},
      {"struct __packed a { int m; } v;", "t:a o:v", "o:m"},
      {"struct __attribute__((packed)) a { int m; };", "t:a", "o:m"},
      {"struct a *f(struct b *p) { return p->q; }", "o:f", "t:a t:b o:q"},
      {"enum e f(void) { return X; }", "o:f", "t:e"},
      {"enum e { A, B = 2, C };", "t:e o:A o:B o:C", "o:e"},
      {"struct s { enum { A, B } k; struct t { int m; } n; };", "t:s t:t o:A o:B", "o:k o:n o:m"},
      {"typedef struct { int m; } name_t;", "o:name_t", "o:m"},
      {"typedef int (*fn_t)(int), arr_t[4];", "o:fn_t o:arr_t", ""},
      {"typedef __u32 __bitwise __le32;", "o:__le32", ""},
      {"static u32 f(int a) { return b; }", "o:f", "o:u32 o:a o:b"},
      {"static u32 __init f(void) { }", "o:f", "o:u32"},
      {"static u32 __iomem *p;", "o:p", "o:u32"},
      {"static int x __read_mostly = Y, z;", "o:x o:z", "o:Y"},
      {"int x __attribute__((aligned(8)));", "o:x", ""},
      {"int f(void) asm(\"x\"); int v asm(\"y\"), w asm(\"z\");", "o:f o:v o:w", ""},
      {"void (*handler)(int a);", "o:handler", "o:a"},
      {"static int (*const table[])(void) = { one, two };", "o:table", "o:one o:two"},
      {"void (*set(int a, void (*f)(int)))(int);", "o:set", ""},
      {"int (plain)(void);", "o:plain", ""},
      {"module_init(start);\nEXPORT_SYMBOL(start);", "", "o:module_init o:EXPORT_SYMBOL"},
      {"}\nEXPORT_SYMBOL(start);\nint f(void)\n{\n}\nmodule_init(x);", "o:f", "o:module_init"},
      {"static DEFINE_MUTEX(lock);", "o:lock", ""},
      {"#define M 1\n#  define N(x) x\n# /* c */ define O\n", "m:M m:N m:O", "o:M m:x"},
      {"#define A \\\n int hidden;\nint seen;", "m:A o:seen", "o:hidden"},
      {"/* int no; { */ int yes; // {\nint more;", "o:yes o:more", "o:no"},
      {"char *s = \"{\"; char c = '{'; int after;", "o:s o:c o:after", ""},
      {"#ifdef A\nint f(int a) {\n#else\nint g(void) {\n#endif\n}\nint h;", "o:f o:g o:h", ""},
      {"#if 0\nint f(int a) {\n#else\nint g;\n#endif\nint h;", "o:g o:h", ""},
      {"int f(void)\n{\n#ifdef A\n if (x) {\n#endif\n}\nint g;", "o:f o:g", "o:x"},
      {"extern \"C\" {\nint inside;\n}\nint after;", "o:inside o:after", ""},
      {"asm(\"x\"); int after;", "o:after", ""},
      {"#error don't stop\nint after;", "o:after", ""},
    };
  }

  @Test(dataProvider = "definitions")
  public void definitionsAreSeen(String source, String wanted, String unwanted) {
    FileFacts facts = facts(source);
    assertEquals(seen(facts, wanted), all(wanted), source);
    assertEquals(seen(facts, unwanted), List.of(), source);
  }

  private static List<String> all(String names) {
    return names.isEmpty() ? List.of() : Arrays.asList(names.split(" ", -1));
  }

  private static List<String> seen(FileFacts facts, String names) {
    return all(names).stream()
        .filter(name -> facts.defines(space(name), name.substring(2)))
        .toList();
  }

  private static Space space(String name) {
    return switch (name.charAt(0)) {
      case 't' -> Space.TAG;
      case 'm' -> Space.MACRO;
      default -> Space.ORDINARY;
    };
  }

  public void everyWordIsAMention() {
    FileFacts facts =
        facts("int a; /* b */ \"c\\nd %e\" 'f' // g\n#if h\n#error i\n\u00fcj\u00fc 0xk");
    assertEquals(
        Stream.of("a", "b", "c", "nd", "e", "f", "g", "h", "i", "j")
            .filter(facts::mentions)
            .count(),
        10);
    assertEquals(Stream.of("d", "k", "xk", "n", "if0").filter(facts::mentions).toList(), List.of());
  }

  public void includesAreListed() {
    assertEquals(
        facts(
                "#include <linux/a.h>\n# include \"b.h\" // c\n#include MACRO\n/* #include <n.h> */"
                    + "\n#include <cut\n#include_next <d.h>\n")
            .includes(),
        List.of("<linux/a.h", "\"b.h", "<d.h"));
  }

  public void aHeapOfMacrosIsKnownByItsWords() {
    StringBuilder source = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      source.append("#define REGISTER_").append(i).append(" 0x").append(i).append('\n');
    }
    FileFacts facts = facts(source + "int variable;\n");
    assertEquals(facts.isHeap(), true);
    assertEquals(facts.defines(Space.MACRO, "REGISTER_2999"), true);
    assertEquals(facts.defines(Space.MACRO, "REGISTER_3000"), false);
    assertEquals(facts.defines(Space.ORDINARY, "variable"), true);
    assertEquals(facts.definitions().length, 1);
  }

  public void brokenTextIsRead() {
    for (String source :
        List.of(
            "",
            "#",
            "#define",
            "/*",
            "\"",
            "'\\",
            "}}}))",
            "{{{((",
            "#endif\n#else\n",
            "\\",
            "/",
            "#include <",
            "\0\0int a;\0")) {
      facts(source);
    }
    assertEquals(facts("}}}))\n#endif\n#else\nint a;").defines(Space.ORDINARY, "a"), true);
  }
}
