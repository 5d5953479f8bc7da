package dev.galley.kernelc.lex;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.galley.text.Bytes;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Functions and their readings: conditions, then the visible text without white space. */
public class ConfigurationsTest {

  @DataProvider
  public static Object[][] functions() {
    return new Object[][] {
      {"int f(void) { a(); }", "[] intf(void){a();}"},
      {"void f(void) {\n#if A\na();\n#else\nb();\n#endif\n}", "[] voidf(void){a();b();}"},
      {"void f(void) {\n#if 0\nif (\n#else\nb();\n#endif\n}", "[] voidf(void){b();}"},
      {
        "void f(void) {\nif (x)\n#ifdef A\na();\n#else\nb();\n#endif\n}",
        "[#ifdef A] voidf(void){if(x)a();} | [not #ifdef A] voidf(void){if(x)b();}"
      },
      {
        "void f(void) {\n#ifdef A\nif (x) {\n#endif\nb();\n#ifdef A\n}\n#endif\n}",
        "[#ifdef A, #ifdef A] voidf(void){if(x){b();}}"
            + " | [not #ifdef A, not #ifdef A] voidf(void){b();}"
      },
      {
        "void f(void) {\n#ifdef A\nif (x) {\n#endif\nb();\n#ifndef A\n#else\n}\n#endif\n}",
        "[#ifdef A, not #ifndef A] voidf(void){if(x){b();}}"
            + " | [not #ifdef A, #ifndef A] voidf(void){b();}"
      },
      {
        "void f(void) {\nx = 1\n#if A\n+ 1\n#elif B\n+ 2\n#endif\n;\n}",
        "[#if A] voidf(void){x=1+1;} | [not #if A, #elif B] voidf(void){x=1+2;}"
            + " | [not #if A, not #elif B] voidf(void){x=1;}"
      },
      {
        "void f(void) {\nx = 1\n#if A\n+ 1\n#ifdef B\n+ 2\n#endif\n#endif\n;\n}",
        "[#if A, #ifdef B] voidf(void){x=1+1+2;} | [#if A, not #ifdef B] voidf(void){x=1+1;}"
            + " | [not #if A] voidf(void){x=1;}"
      },
      {
        "void f(void) {\n#ifdef A\na();\nx = 1\n#ifndef A\n+ 1\n#endif\n;\n#endif\n}",
        "[not #ifndef A] voidf(void){a();x=1;}"
      },
      {
        "#if A\nint f(int a)\n#else\nint f(void)\n#endif\n{\n}",
        "[#if A] intf(inta){} | [not #if A] intf(void){}"
      },
      {
        "#ifdef A\nvoid f(void) {\nx = 1\n#if defined(A) && B\n+ 1\n#else\n+ 2\n#endif\n;\n}\n#endif",
        "[#if defined(A) && B] voidf(void){x=1+1;}"
            + " | [not #if defined(A) && B] voidf(void){x=1+2;}"
      },
      {
        "#ifdef A\nvoid f(void) {\nx = 1\n#if !defined(A)\n+ 1\n#else\n+ 2\n#endif\n;\n}\n#endif",
        "[not #if !defined(A)] voidf(void){x=1+2;}"
      },
    };
  }

  @Test(dataProvider = "functions")
  public void readsAFunction(String source, String expected) {
    Outline outline = Outline.of(Bytes.utf8(source));
    External external = outline.externals().get(0);
    Configurations configurations = Configurations.of(outline, external);
    assertTrue(configurations.isComplete());
    assertEquals(
        configurations.readings().stream()
            .map(reading -> reading.conditions() + " " + visible(outline, external, reading))
            .collect(Collectors.joining(" | ")),
        expected);
  }

  private static String visible(
      Outline outline, External external, Configurations.Reading reading) {
    CTokens tokens = outline.tokens();
    return IntStream.range(external.firstToken(), external.endToken())
        .filter(token -> !tokens.isHidden(token) && !reading.inactive().get(token))
        .mapToObj(tokens::text)
        .collect(Collectors.joining());
  }

  @Test
  public void manyGroupsAreVariedOneAtATime() {
    StringBuilder text = new StringBuilder("void f(void) {\nx = 0\n");
    for (int i = 0; i < 6; i++) {
      text.append("#ifdef A").append(i).append("\n+ ").append(i).append("\n#endif\n");
    }
    text.append(";\n#if 0\n????\n#endif\n}\n");
    Outline outline = Outline.of(Bytes.utf8(text.toString()));
    Configurations configurations = Configurations.of(outline, outline.externals().get(0));
    assertFalse(configurations.isComplete());
    assertEquals(configurations.split().size(), 6);
    assertEquals(configurations.dead().size(), 1);
    assertEquals(configurations.readings().size(), 7);
    assertEquals(
        visible(outline, outline.externals().get(0), configurations.readings().get(3)),
        "voidf(void){x=0+0+1+3+4+5;}");
  }
}
