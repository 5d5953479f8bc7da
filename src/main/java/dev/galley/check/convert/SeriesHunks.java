package dev.galley.check.convert;

import dev.galley.check.PatchSubject;
import dev.galley.check.ReviewSubject;
import dev.galley.kernelc.Fragment;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.kernelc.syntax.Unit;
import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.series.Series;
import dev.galley.series.SeriesPatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The functions that each patch of a series changes, as far as its hunks show them. */
final class SeriesHunks {

  private final Series series;
  private final Map<Integer, List<ChangedFunction>> known = new ConcurrentHashMap<>();

  private SeriesHunks(Series series) {
    this.series = series;
  }

  static SeriesHunks of(ReviewSubject review) {
    return review.shared().get(SeriesHunks.class, () -> new SeriesHunks(review.series()));
  }

  /** The functions that a patch changes, in the order of its diff. */
  static List<ChangedFunction> of(PatchSubject patch) {
    return of(patch.review()).functions(patch.number());
  }

  List<ChangedFunction> functions(int number) {
    return known.computeIfAbsent(number, this::read);
  }

  private List<ChangedFunction> read(int number) {
    List<ChangedFunction> functions = new ArrayList<>();
    for (SeriesPatch patch : series.patches()) {
      if (patch.number() == number) {
        patch.diff().files().stream()
            .filter(SeriesHunks::isC)
            .forEach(file -> functions.addAll(functions(number, file)));
      }
    }
    return functions;
  }

  static boolean isC(FileChange file) {
    return file.path().endsWith(".c") || file.path().endsWith(".h");
  }

  private static List<ChangedFunction> functions(int number, FileChange file) {
    Map<String, List<Part>> before = new LinkedHashMap<>();
    Map<String, List<Part>> after = new LinkedHashMap<>();
    for (Hunk hunk : file.hunks()) {
      List<Part> old = parts(number, file, hunk, Fragment.Side.BEFORE);
      List<Part> now = parts(number, file, hunk, Fragment.Side.AFTER);
      pairRenamed(old, now);
      old.forEach(
          part -> before.computeIfAbsent(part.function(), x -> new ArrayList<>()).add(part));
      now.forEach(part -> after.computeIfAbsent(part.function(), x -> new ArrayList<>()).add(part));
    }
    List<ChangedFunction> functions = new ArrayList<>();
    List<String> names = new ArrayList<>(after.keySet());
    before.keySet().stream().filter(name -> !after.containsKey(name)).forEach(names::add);
    for (String name : names) {
      functions.add(
          new ChangedFunction(
              file,
              name,
              before.getOrDefault(name, List.of()),
              after.getOrDefault(name, List.of())));
    }
    return functions;
  }

  /** A function that a hunk renames has one name on both sides: the new one. */
  private static void pairRenamed(List<Part> old, List<Part> now) {
    List<Part> gone =
        old.stream().filter(part -> part.whole() && lacks(now, part.function())).toList();
    List<Part> come =
        now.stream().filter(part -> part.whole() && lacks(old, part.function())).toList();
    if (gone.size() == 1 && come.size() == 1) {
      Part part = gone.get(0);
      old.set(
          old.indexOf(part),
          new Part(
              part.patch(),
              part.path(),
              come.get(0).function(),
              part.hunk(),
              part.side(),
              part.piece(),
              part.items(),
              part.parameters(),
              true));
    }
  }

  private static boolean lacks(List<Part> parts, String function) {
    return parts.stream().noneMatch(part -> part.function().equals(function));
  }

  private static List<Part> parts(int number, FileChange file, Hunk hunk, Fragment.Side side) {
    List<Part> parts = new ArrayList<>();
    Fragment fragment = Fragment.of(hunk, side);
    String current = fragment.function().orElse("");
    for (Fragment.Piece piece : fragment.pieces()) {
      for (Reading reading : piece.readings()) {
        if (!(reading instanceof Reading.Tree tree) || !tree.conditions().isEmpty()) {
          continue;
        }
        if (tree.unit() instanceof Unit.Statements statements) {
          parts.add(
              new Part(
                  number,
                  file.path(),
                  current,
                  hunk,
                  side,
                  piece,
                  flat(statements.items(), hunk, side),
                  List.of(),
                  false));
        } else if (tree.unit() instanceof Unit.Declarations declarations) {
          for (Decl item : declarations.items()) {
            if (item instanceof Decl.FunctionDefinition function) {
              current = function.name().map(name -> name.text()).orElse("");
              List<Stmt> items = function.body().items();
              parts.add(
                  new Part(
                      number,
                      file.path(),
                      current,
                      hunk,
                      side,
                      piece,
                      items,
                      parameters(function),
                      true));
            }
          }
        }
      }
    }
    return parts;
  }

  /** A body whose brace is the first line of a hunk is read as a block: its statements. */
  private static List<Stmt> flat(List<Stmt> items, Hunk hunk, Fragment.Side side) {
    boolean isBody =
        hunk.lines().stream()
            .filter(
                line ->
                    side == Fragment.Side.BEFORE ? line.kind().isInOld() : line.kind().isInNew())
            .anyMatch(line -> line.text().utf8().startsWith("{"));
    return isBody && items.size() == 1 && items.get(0) instanceof Stmt.Compound block
        ? block.items()
        : items;
  }

  private static List<Decl.Parameter> parameters(Decl.FunctionDefinition function) {
    for (TypeSyntax.Derivation derivation : function.declarator().derivations()) {
      if (derivation instanceof TypeSyntax.Function head) {
        return head.parameters().stream()
            .filter(Decl.Parameter.class::isInstance)
            .map(Decl.Parameter.class::cast)
            .toList();
      }
    }
    return List.of();
  }
}
