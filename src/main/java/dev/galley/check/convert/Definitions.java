package dev.galley.check.convert;

import dev.galley.check.ReviewSubject;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.Snippet;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.syntax.Unit;
import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.series.SeriesPatch;
import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The macros and one-line functions that the lines of a series show, added, removed or around. */
final class Definitions {

  private static final Pattern DEFINE =
      Pattern.compile("\\s*+#\\s*+define\\s++(\\w++)(?:\\(([\\w\\s,]*+)\\))?+\\s++(\\S.*)");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?(?:\\*/|$)|//.*$");
  private static final int LONGEST = 2_000;

  /**
   * What a name stands for.
   *
   * @param parameters empty optional for a constant
   * @param bits of each parameter, 64 where its type does not say
   * @param body the value
   * @param text a node of the body as written
   */
  record Definition(
      Optional<List<String>> parameters,
      List<Integer> bits,
      Expr body,
      Function<CNode, String> text) {}

  private final Map<String, Definition> known = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final Set<String> ambiguous = new HashSet<>();

  private Definitions() {}

  static Definitions of(ReviewSubject review) {
    return review.shared().get(Definitions.class, () -> read(review));
  }

  Optional<Definition> find(String name) {
    return ambiguous.contains(name) ? Optional.empty() : Optional.ofNullable(known.get(name));
  }

  private static Definitions read(ReviewSubject review) {
    Definitions definitions = new Definitions();
    for (SeriesPatch patch : review.series().patches()) {
      for (FileChange file : patch.diff().files()) {
        if (SeriesHunks.isC(file)) {
          file.hunks().forEach(definitions::macros);
        }
      }
      SeriesHunks.of(review).functions(patch.number()).stream()
          .flatMap(function -> function.parts().stream())
          .filter(Part::whole)
          .forEach(definitions::function);
    }
    return definitions;
  }

  private void macros(Hunk hunk) {
    for (boolean old : new boolean[] {true, false}) {
      StringBuilder open = new StringBuilder();
      for (HunkLine line : hunk.lines()) {
        if (old ? !line.kind().isInOld() : !line.kind().isInNew()) {
          continue;
        }
        String text = line.text().utf8();
        boolean goesOn = text.endsWith("\\");
        open.append(goesOn ? text.substring(0, text.length() - 1) + " " : text);
        if (!goesOn || open.length() > LONGEST) {
          macro(open.toString());
          open.setLength(0);
        }
      }
    }
  }

  private void macro(String line) {
    Matcher define = DEFINE.matcher(COMMENT.matcher(line).replaceAll(" "));
    if (!define.matches()) {
      return;
    }
    String body = define.group(3).strip();
    Bytes source = Bytes.utf8(body);
    if (Snippet.expression(source) instanceof Reading.Tree tree
        && tree.unit() instanceof Unit.Expression expression) {
      Optional<List<String>> parameters =
          Optional.ofNullable(define.group(2))
              .map(
                  list ->
                      Arrays.stream(list.split(",", -1))
                          .map(String::strip)
                          .filter(name -> !name.isEmpty())
                          .toList());
      List<Integer> bits = parameters.orElse(List.of()).stream().map(name -> 64).toList();
      Function<CNode, String> text =
          node ->
              Part.key(
                  source
                      .slice(node.span().start(), node.span().end())
                      .utf8()
                      .replaceAll("\\s+", " "));
      put(
          define.group(1),
          Part.key(body.replaceAll("\\s+", " ")),
          new Definition(parameters, bits, expression.expression(), text));
    }
  }

  private void function(Part part) {
    if (part.items().size() != 1
        || !(part.items().get(0) instanceof Stmt.Return back)
        || back.value().isEmpty()) {
      return;
    }
    List<String> names = new ArrayList<>();
    List<Integer> bits = new ArrayList<>();
    for (Decl.Parameter parameter : part.parameters()) {
      names.add(parameter.declarator().name().map(name -> name.text()).orElse(""));
      bits.add(bits(part.text(parameter)));
    }
    put(
        part.function(),
        part.key(back.value().get()),
        new Definition(Optional.of(names), bits, back.value().get(), part::key));
  }

  private static int bits(String declaration) {
    if (declaration.contains("*")) {
      return 64;
    }
    if (declaration.matches("(?:const )?(?:u8|uint8_t|unsigned char|__u8)\\b.*")) {
      return 8;
    }
    return declaration.matches("(?:const )?(?:u16|uint16_t|unsigned short|__u16)\\b.*") ? 16 : 64;
  }

  private void put(String name, String text, Definition definition) {
    String before = texts.putIfAbsent(name, text);
    if (before != null && !before.equals(text)) {
      ambiguous.add(name);
    }
    known.putIfAbsent(name, definition);
  }
}
