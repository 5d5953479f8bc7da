package dev.galley.convert;

import dev.galley.kernelc.Fragment;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.types.Types;
import dev.galley.patch.Hunk;
import dev.galley.series.SeriesPatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One side of a hunk, taken apart into the declarations that it shows. */
final class HunkSide {

  /**
   * What a part is.
   *
   * @param what the kind of a declaration at file level, empty for the inside of a function
   * @param name its name; of the inside of a function the function's, as the heading has it
   * @param ordinal tells those of the same name apart
   */
  record Key(String what, String name, int ordinal) {}

  private final Fragment fragment;
  private final Hunk hunk;
  private final Fragment.Side side;
  private final String path;
  private final SeriesPatch patch;
  private final Supplier<Types> types;
  private final Map<Key, Optional<FragmentSide>> parts = new LinkedHashMap<>();

  HunkSide(
      Hunk hunk,
      Fragment.Side side,
      String path,
      String header,
      SeriesPatch patch,
      Supplier<Types> types) {
    this.fragment = Fragment.of(hunk, side, path, header);
    this.side = side;
    this.hunk = hunk;
    this.path = path;
    this.patch = patch;
    this.types = types;
    take();
  }

  /** The parts; those of one key are on both sides the same thing. */
  Map<Key, Optional<FragmentSide>> parts() {
    return parts;
  }

  private void take() {
    FragmentLines places = new FragmentLines(patch, path, side, HunkMacros.lines(hunk, side));
    String function = fragment.function().orElse("");
    FragmentSide inside = new FragmentSide(places, function, types, false);
    for (Fragment.Piece piece : fragment.pieces()) {
      for (Fragment.Part part : piece.parts()) {
        Optional<External> external = part.external();
        if (external.isPresent() && part.isFileLevel()) {
          External found = external.get();
          FragmentSide own = new FragmentSide(places, found.name(), types, isWhole(piece, found));
          add(own, piece, part);
          put(found.what().name(), found.name(), own);
        } else {
          add(inside, piece, part);
        }
      }
    }
    if (!inside.isEmpty()) {
      put("", function, inside);
    }
    macros(places);
  }

  private static boolean isWhole(Fragment.Piece piece, External external) {
    List<External> all = piece.source().outline().externals();
    return piece.isClosed() || !all.get(all.size() - 1).equals(external);
  }

  private static void add(FragmentSide to, Fragment.Piece piece, Fragment.Part part) {
    if (part.reading() instanceof Reading.Tree tree) {
      List<CNode> roots = tree.unit().children();
      to.add(piece, part, roots);
    } else if (part.reading() instanceof Reading.Unknown unknown) {
      to.unread(unknown.reason(), piece.file().slice(unknown.at()));
    }
  }

  private void put(String what, String name, FragmentSide part) {
    int ordinal = 0;
    while (parts.containsKey(new Key(what, name, ordinal))) {
      ordinal++;
    }
    parts.put(new Key(what, name, ordinal), Optional.of(part));
  }

  /** Macros that the lines define. */
  private void macros(FragmentLines places) {
    for (HunkMacros macro : HunkMacros.of(hunk, side, path)) {
      FragmentSide own = new FragmentSide(places, "", types, macro.isWhole());
      own.macro(macro.file(), macro.define());
      put(External.What.DEFINE.name(), macro.define().name(), own);
    }
  }
}
