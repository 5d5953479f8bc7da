package dev.galley.kernelc.lex;

import static org.testng.Assert.assertEquals;

import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Sources and their tokens: {@code KIND'text'}, space left out, line ends as {@code ¶}. */
public class LexerTest {

  @DataProvider
  public static Object[][] sources() {
    return new Object[][] {
      {"", ""},
      {"int x;", "BASIC_TYPE'int' ID'x' SEMI';'"},
      {"__inline__ foo$bar", "INLINE'__inline__' ID'foo$bar'"},
      {"a+++b", "ID'a' INC'++' PLUS'+' ID'b'"},
      {
        "a->b.c...d..e",
        "ID'a' ARROW'->' ID'b' DOT'.' ID'c' ELLIPSIS'...' ID'd' DOT'.' DOT'.' ID'e'"
      },
      {
        "a<<=1>>b>=c>>=d",
        "ID'a' OP_ASSIGN'<<=' NUMBER'1' SHIFT_RIGHT'>>' ID'b' GREATER_EQUAL'>=' ID'c' OP_ASSIGN'>>=' ID'd'"
      },
      {
        "a||b&&!c!=~d^e",
        "ID'a' OR'||' ID'b' AND'&&' NOT'!' ID'c' NOT_EQUAL'!=' TILDE'~' ID'd' CARET'^' ID'e'"
      },
      {"p/q/=r", "ID'p' SLASH'/' ID'q' OP_ASSIGN'/=' ID'r'"},
      {
        "1e+5 0x1p-3 .5f 1.2.3 0xe+1",
        "NUMBER'1e+5' NUMBER'0x1p-3' NUMBER'.5f' NUMBER'1.2.3' NUMBER'0xe+1'"
      },
      {"1'000'0", "NUMBER'1' CHARACTER''000'' NUMBER'0'"},
      {"1+2", "NUMBER'1' PLUS'+' NUMBER'2'"},
      {"\"a\\\"b\" 'c' '\\''", "STRING'\"a\\\"b\"' CHARACTER''c'' CHARACTER''\\'''"},
      {"L\"a\" u8\"b\" U'c' u8 L", "STRING'L\"a\"' STRING'u8\"b\"' CHARACTER'U'c'' ID'u8' ID'L'"},
      {"it's\nx", "ID'it' OTHER''' ID's' ID'x'"},
      {"\"open\n\"shut\"", "OTHER'\"' ID'open' STRING'\"shut\"'"},
      {"L\"open\n", "ID'L' OTHER'\"' ID'open'"},
      {"\"two\\\nlines\"", "STRING'\"two\\¶lines\"'"},
      {"\"back\\\\\\\n\"", "STRING'\"back\\\\\\¶\"'"},
      {"a/* b\n c */d // e\\\n f\ng", "ID'a' COMMENT'/* b¶ c */' ID'd' COMMENT'// e\\¶ f' ID'g'"},
      {"/\\\n* a *\\\n/ b", "COMMENT'/\\¶* a *\\¶/' ID'b'"},
      {"/\\\r\n/ a\r\nb", "COMMENT'/\\\r¶/ a' ID'b'"},
      {"/* open", "COMMENT'/* open'"},
      {"/*/ a */", "COMMENT'/*/ a */'"},
      {"fo\\\no ba\\\n r", "ID'fo\\¶o' ID'ba' ID'r'"},
      {"whi\\\nle -\\\n> 1\\\n2", "WHILE'whi\\¶le' ARROW'-\\¶>' NUMBER'1\\¶2'"},
      {"a \\  \n b", "ID'a' ID'b'"},
      {"a\\b \u0000 @ `", "ID'a' OTHER'\\' ID'b' OTHER'\u0000' OTHER'@' OTHER'`'"},
      {"#define A 1\nx", "DIRECTIVE'#define A 1' ID'x'"},
      {"  # define A \\\n 1\nx", "DIRECTIVE'# define A \\¶ 1' ID'x'"},
      {
        "#define A /* b\n c */ 1 // d \\\n e\nx",
        "DIRECTIVE'#define A /* b¶ c */ 1 // d \\¶ e' ID'x'"
      },
      {"#define A \"/*\" '\"' // b\r\nx", "DIRECTIVE'#define A \"/*\" '\"' // b' ID'x'"},
      {"#error don't /* a\n */ stop\nx", "DIRECTIVE'#error don't /* a¶ */ stop' ID'x'"},
      {"/* a */ #if 1\n", "COMMENT'/* a */' DIRECTIVE'#if 1'"},
      {"a #b ##c", "ID'a' HASH'#' ID'b' HASHHASH'##' ID'c'"},
      {"a \\\n#b", "ID'a' HASH'#' ID'b'"},
      {"\u00ef\u00bb\u00bf#if 1", "DIRECTIVE'#if 1'"},
      {"\u00e9t\u00e9", "ID'\u00e9t\u00e9'"},
      {"<: %: ??=", "LESS'<' COLON':' PERCENT'%' COLON':' QUESTION'?' QUESTION'?' ASSIGN'='"},
    };
  }

  @Test(dataProvider = "sources")
  public void cutsASource(String source, String expected) {
    assertEquals(shown(lex(source)), expected);
  }

  @Test
  public void everyWordIsItsKind() {
    assertEquals(
        shown(
            lex("_Atomic __typeof__ _Alignof asm __attribute__ _Static_assert _Generic __label__")),
        "ATOMIC'_Atomic' TYPEOF'__typeof__' ALIGNOF'_Alignof' ASM'asm' ATTRIBUTE'__attribute__'"
            + " STATIC_ASSERT'_Static_assert' GENERIC'_Generic' LABEL'__label__'");
    assertEquals(
        shown(lex("bool __typeo If int_ i Int")),
        "ID'bool' ID'__typeo' ID'If' ID'int_' ID'i' ID'Int'");
  }

  @Test
  public void cutsTheBodyOfAMacroWithTheOffsetsOfTheFile() {
    Bytes source = Bytes.utf8("x\n#define F(a, b...) \\\n  #a a##b \\\n#b\ny");
    CTokens file = Lexer.lex(source);
    Directives.Define define = Directives.define(file, 2).orElseThrow();
    CTokens body = Lexer.lexMacroBody(source, define.body());
    assertEquals(shown(body), "HASH'#' ID'a' ID'a' HASHHASH'##' ID'b' HASH'#' ID'b'");
    assertEquals(body.start(0), source.indexOf("#a", 0));
    assertEquals(body.end(body.count() - 1), define.body().end());
  }

  @Test
  public void readsDefinitions() {
    assertEquals(
        define("#define A"),
        "Define[name=A, nameSpan=Span[start=8, end=9], isFunctionLike=false, parameters=[],"
            + " isVariadic=false, body=Span[start=9, end=9]]");
    assertEquals(
        define("# /* */ define /**/ A() x "),
        "Define[name=A, nameSpan=Span[start=20, end=21], isFunctionLike=true, parameters=[],"
            + " isVariadic=false, body=Span[start=24, end=25]]");
    assertEquals(
        define("#define f(a, \\\n /**/ b , ...) (a)"),
        "Define[name=f, nameSpan=Span[start=8, end=9], isFunctionLike=true,"
            + " parameters=[a, b, __VA_ARGS__], isVariadic=true, body=Span[start=30, end=33]]");
    assertEquals(
        define("#define f (a)"),
        "Define[name=f, nameSpan=Span[start=8, end=9], isFunctionLike=false, parameters=[],"
            + " isVariadic=false, body=Span[start=10, end=13]]");
    assertEquals(
        define("#define f(args...) a").contains("parameters=[args], isVariadic=true"), true);
    assertEquals(define("#define"), "none");
    assertEquals(define("#undef A"), "none");
  }

  @Test
  public void readsOtherLines() {
    assertEquals(read("#if 0 /* never */"), "if|0");
    assertEquals(read("# \\\n ifdef \\\n  A"), "ifdef|A");
    assertEquals(read("#if defined(A) &&\t\\\n    /* x\n */ B // c"), "if|defined(A) && B");
    assertEquals(read("#if X == \"a  b\"  'c"), "if|X == \"a  b\" 'c");
    assertEquals(read("#"), "|");
    assertEquals(read("# 1 \"file\""), "|1 \"file\"");
    assertEquals(include("#include <linux/pci.h>"), "Include[target=linux/pci.h, form=ANGLE]");
    assertEquals(include("#include \"pci.h\" // x"), "Include[target=pci.h, form=QUOTED]");
    assertEquals(include("#include TRACE(x)"), "Include[target=TRACE(x), form=MACRO]");
    assertEquals(include("#import <a>"), "none");
  }

  @Test
  public void anyOctetsAreCutWithoutAGap() {
    byte[] hard =
        "\\\n\r\"'/*#. aL0eu8+-<>=&|x{}();\u00e9\u0000".getBytes(StandardCharsets.ISO_8859_1);
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      byte[] octets = new byte[random.nextInt(60)];
      for (int i = 0; i < octets.length; i++) {
        octets[i] = hard[random.nextInt(hard.length)];
      }
      Bytes source = Bytes.wrap(octets);
      gapless(Lexer.lex(source), 0, octets.length);
      int from = random.nextInt(octets.length + 1);
      gapless(Lexer.lexMacroBody(source, new Span(from, octets.length)), from, octets.length);
    }
  }

  @Test(timeOut = 20_000)
  public void aLongLineOfHardTextIsCutInOnePass() {
    for (String piece : List.of("\\\"", "'\\\"", "/\\", "\"\\\n", "/*", "#", "L'", "\\ ")) {
      Bytes source = Bytes.utf8(piece.repeat(500_000));
      gapless(Lexer.lex(source), 0, source.length());
      Bytes line = Bytes.utf8("#if " + piece.repeat(500_000));
      CTokens tokens = Lexer.lex(line);
      gapless(tokens, 0, line.length());
      assertEquals(Directives.read(tokens, 0).word(), "if");
    }
  }

  private static void gapless(CTokens tokens, int from, int to) {
    int at = from;
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.start(i) != at || tokens.end(i) <= at) {
        throw new AssertionError(
            "token " + i + " of " + Arrays.toString(tokens.source().toArray()));
      }
      at = tokens.end(i);
    }
    assertEquals(at, to);
  }

  private static CTokens lex(String latin1) {
    return Lexer.lex(Bytes.wrap(latin1.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static String define(String line) {
    return Directives.define(lex(line), 0).map(Object::toString).orElse("none");
  }

  private static String include(String line) {
    return Directives.include(lex(line), 0).map(Object::toString).orElse("none");
  }

  private static String read(String line) {
    Directive directive = Directives.read(lex(line), 0);
    return directive.word() + "|" + directive.rest();
  }

  private static String shown(CTokens tokens) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tokens.count(); i++) {
      if (!tokens.is(i, Kind.SPACE)) {
        text.append(' ').append(tokens.kind(i)).append('\'').append(tokens.text(i)).append('\'');
      }
    }
    return text.toString().trim().replace('\n', '\u00b6');
  }
}
