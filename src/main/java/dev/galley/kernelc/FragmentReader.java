package dev.galley.kernelc;

import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.kernelc.syntax.Unit;
import dev.galley.patch.HunkLine;
import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads lines without their file: each piece as the first thing that it can be. */
final class FragmentReader {

  /** What a piece may lie in, and what makes a file of it. */
  private enum Around {
    BODY("void f(void) {\n", "\n}\n"),
    FILE("", "\n"),
    MEMBERS("struct s {\n", "\n};\n"),
    ENUMERATORS("enum e {\n", "\n};\n"),
    ITEMS("int x[] = {\n", "\n};\n");

    private final String before;
    private final String after;

    Around(String before, String after) {
      this.before = before;
      this.after = after;
    }
  }

  private final Bytes text;
  private final FragmentPlaces places;

  private FragmentReader(Bytes text, FragmentPlaces places) {
    this.text = text;
    this.places = places;
  }

  static List<Fragment.Piece> read(List<HunkLine> lines) {
    List<Bytes> parts = new ArrayList<>();
    Bytes lineFeed = Bytes.utf8("\n");
    for (HunkLine line : lines) {
      parts.add(line.text());
      parts.add(lineFeed);
    }
    Bytes text = Bytes.concat(parts);
    FragmentReader reader = new FragmentReader(text, FragmentPlaces.of(lines));
    List<Fragment.Piece> pieces = new ArrayList<>();
    for (FragmentCutter.Cut cut : FragmentCutter.cut(text)) {
      pieces.add(reader.piece(cut));
    }
    return pieces;
  }

  private Fragment.Piece piece(FragmentCutter.Cut cut) {
    Span span = cut.span();
    if (cut.unknown().isPresent()) {
      Reading unknown = new Reading.Unknown(cut.unknown().get(), span, List.of());
      return new Fragment.Piece(text, List.of(unknown), places);
    }
    Optional<Fragment.Piece> first = Optional.empty();
    for (Around around : cut.isIndented() ? Around.values() : fileFirst()) {
      Fragment.Piece piece = piece(cut, around);
      if (piece.readings().stream().allMatch(Reading.Tree.class::isInstance)) {
        return piece;
      }
      first = first.isPresent() ? first : Optional.of(piece);
    }
    return first.orElseThrow();
  }

  private static Around[] fileFirst() {
    return new Around[] {
      Around.FILE, Around.BODY, Around.MEMBERS, Around.ENUMERATORS, Around.ITEMS
    };
  }

  private Fragment.Piece piece(FragmentCutter.Cut cut, Around around) {
    Span span = cut.span();
    Bytes source =
        Bytes.concat(
            List.of(
                Bytes.utf8(around.before),
                text.slice(span.start(), span.end()),
                Bytes.utf8(cut.closing()),
                Bytes.utf8(around.after)));
    FragmentPlaces moved = places.moved(span.start(), around.before.length());
    CFile file = CFile.of("fragment", source);
    List<Reading> readings = new ArrayList<>();
    for (External external : file.outline().externals()) {
      for (Reading reading : file.readings(external)) {
        boolean isLine =
            external.what() == External.What.INCLUDE || external.what() == External.What.DEFINE;
        if (!isLine) {
          readings.add(inner(reading, around));
        }
      }
    }
    Span inside = new Span(around.before.length(), around.before.length() + span.length());
    if (readings.isEmpty() && around != Around.FILE) {
      readings.add(new Reading.Unknown("nothing to read", inside, List.of()));
    }
    return new Fragment.Piece(source, readings, moved);
  }

  /** What lies between the braces that were put around the lines. */
  private static Reading inner(Reading reading, Around around) {
    if (around == Around.FILE || !(reading instanceof Reading.Tree tree)) {
      return reading;
    }
    CNode outer = ((Unit.Declarations) tree.unit()).items().get(0);
    Optional<Unit> unit = Optional.empty();
    if (outer instanceof Decl.FunctionDefinition function) {
      unit = Optional.of(new Unit.Statements(function.body().span(), function.body().items()));
    } else if (outer instanceof Decl.Declaration declaration) {
      unit =
          declaration.declared().isEmpty()
              ? members(declaration.specifiers())
              : declaration
                  .declared()
                  .get(0)
                  .initializer()
                  .map(list -> new Unit.Expression(list.span(), list));
    }
    return unit.<Reading>map(found -> new Reading.Tree(found, tree.conditions()))
        .orElseGet(
            () ->
                new Reading.Unknown("not what it lies in", tree.unit().span(), tree.conditions()));
  }

  private static Optional<Unit> members(TypeSyntax.Specifiers specifiers) {
    Optional<List<Decl>> members = Optional.empty();
    for (TypeSyntax type : specifiers.types()) {
      if (type instanceof TypeSyntax.Aggregate aggregate) {
        members = aggregate.members();
      } else if (type instanceof TypeSyntax.Enumeration enumeration) {
        members = enumeration.enumerators();
      }
    }
    return members.map(all -> new Unit.Declarations(specifiers.span(), all));
  }
}
