package dev.galley.kernelc.types;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.fail;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Unit;
import dev.galley.testkit.MemorySymbols;
import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sources in which expressions are marked with the type they shall have: <code>
 * &#47;*[ struct bus * *&#47;dev-&gt;bus&#47;*]*&#47;</code>.
 */
final class Marked {

  static final String MAIN = "drivers/x/main.c";
  private static final String OPEN = "/*[";
  private static final String CLOSE = "/*]*/";

  private Marked() {}

  /** Checks every mark of a source; further files are path, text, path, text … */
  static void check(String source, String... others) {
    Map<String, Bytes> files = files(source, others);
    MemorySymbols symbols = new MemorySymbols(files);
    Types types = new Types(symbols);
    CFile file = symbols.file(MAIN).orElseThrow();
    int marks = 0;
    for (int at = source.indexOf(OPEN); at >= 0; at = source.indexOf(OPEN, at + 1)) {
      int type = source.indexOf("*/", at);
      int start = type + "*/".length();
      int end = source.indexOf(CLOSE, start);
      String expected = source.substring(at + OPEN.length(), type).strip();
      Typed typed = typeOf(types, file, start, end, source.substring(start, end));
      assertEquals(typed.type().toString(), expected, source.substring(start, end));
      marks++;
    }
    if (marks == 0) {
      fail("no expression is marked");
    }
  }

  /** The steps of the only mark of a source. */
  static List<String> steps(String source, String... others) {
    MemorySymbols symbols = new MemorySymbols(files(source, others));
    int start = source.indexOf("*/", source.indexOf(OPEN)) + "*/".length();
    int end = source.indexOf(CLOSE, start);
    Typed typed =
        typeOf(
            new Types(symbols),
            symbols.file(MAIN).orElseThrow(),
            start,
            end,
            source.substring(start, end));
    return typed.steps().stream().map(step -> step.what() + " in " + step.path()).toList();
  }

  private static Map<String, Bytes> files(String source, String... others) {
    Map<String, Bytes> files = new LinkedHashMap<>();
    files.put(MAIN, Bytes.utf8(source));
    for (int i = 0; i + 1 < others.length; i += 2) {
      files.put(others[i], Bytes.utf8(others[i + 1]));
    }
    return files;
  }

  private static Typed typeOf(Types types, CFile file, int start, int end, String text) {
    Optional<External> external = file.outline().at(start);
    for (Reading reading : file.readings(external.orElseThrow())) {
      if (reading instanceof Reading.Unknown unknown) {
        fail(text + " is in something that does not parse: " + unknown.reason());
      } else {
        Unit unit = ((Reading.Tree) reading).unit();
        List<Expr> found = new ArrayList<>();
        unit.walk(
            node -> {
              if (node instanceof Expr each
                  && each.span().start() == start
                  && each.span().end() == end) {
                found.add(each);
              }
            });
        if (!found.isEmpty()) {
          return types.in(file, external.get(), unit).typeOf(found.get(0));
        }
      }
    }
    throw new AssertionError("no expression is just: " + text);
  }
}
