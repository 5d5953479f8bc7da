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
  private final String path;
  private final String header;
  private boolean hasLeft;

  private FragmentReader(Bytes text, FragmentPlaces places, String path, String header) {
    this.text = text;
    this.places = places;
    this.path = path;
    this.header = header;
  }

  static List<Fragment.Piece> read(List<HunkLine> lines, String path, String header) {
    List<Bytes> parts = new ArrayList<>();
    Bytes lineFeed = Bytes.utf8("\n");
    for (HunkLine line : lines) {
      parts.add(line.text());
      parts.add(lineFeed);
    }
    Bytes text = Bytes.concat(parts);
    FragmentReader reader = new FragmentReader(text, FragmentPlaces.of(lines), path, header);
    List<Fragment.Piece> pieces = new ArrayList<>();
    int from = 0;
    for (FragmentCutter.Cut cut : FragmentCutter.cut(text)) {
      reader.hasLeft |= leaves(text, from, cut.span().start());
      from = Math.max(from, cut.span().start());
      pieces.add(reader.piece(cut));
      from = Math.max(from, cut.span().end());
    }
    return pieces;
  }

  /** Whether a brace that closes a function stands in some octets between two pieces. */
  private static boolean leaves(Bytes text, int from, int to) {
    for (int at = from; at < to; at = text.nextLine(at)) {
      if (text.at(at) == '}' && (at == 0 || text.at(at - 1) == '\n')) {
        return true;
      }
    }
    return false;
  }

  private Fragment.Piece piece(FragmentCutter.Cut cut) {
    Span span = cut.span();
    if (cut.unknown().isPresent()) {
      Reading unknown = new Reading.Unknown(cut.unknown().get(), span, List.of());
      return new Fragment.Piece(
          CFile.of(path, text),
          List.of(new Fragment.Part(Optional.empty(), unknown, unknown)),
          places,
          false);
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

  private String before(Around around) {
    return around == Around.BODY && !header.isEmpty() && !hasLeft ? header + " {\n" : around.before;
  }

  private Fragment.Piece piece(FragmentCutter.Cut cut, Around around) {
    Span span = cut.span();
    Bytes before = Bytes.utf8(before(around));
    Bytes source =
        Bytes.concat(
            List.of(
                before,
                text.slice(span.start(), span.end()),
                Bytes.utf8(cut.closing()),
                Bytes.utf8(around.after)));
    FragmentPlaces moved = places.moved(span.start(), before.length());
    CFile file = CFile.of(path, source);
    List<Fragment.Part> parts = new ArrayList<>();
    for (External external : file.outline().externals()) {
      for (Reading reading : file.readings(external)) {
        boolean isLine =
            external.what() == External.What.INCLUDE || external.what() == External.What.DEFINE;
        if (!isLine) {
          parts.add(new Fragment.Part(Optional.of(external), reading, inner(reading, around)));
        }
      }
    }
    Span inside = new Span(before.length(), before.length() + span.length());
    if (parts.isEmpty() && around != Around.FILE) {
      Reading unknown = new Reading.Unknown("nothing to read", inside, List.of());
      parts.add(new Fragment.Part(Optional.empty(), unknown, unknown));
    }
    return new Fragment.Piece(file, parts, moved, cut.closing().isEmpty());
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
