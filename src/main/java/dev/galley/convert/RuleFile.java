package dev.galley.convert;

import dev.galley.convert.internal.RuleParser;
import dev.galley.search.PatternException;
import dev.galley.search.Shape;
import dev.galley.text.Bytes;
import dev.galley.text.LineIndex;
import dev.galley.text.Problem;
import dev.galley.text.Read;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads rule files: what users write, and what {@link RulePrinter} writes. The syntax is that of
 * the grammar ConversionRule.g4.
 */
public final class RuleFile {

  /** How many rules a file may have. */
  public static final int MOST_RULES = 10_000;

  private static final int MOST_OCTETS = 4 << 20;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*+");

  private final String file;
  private final Bytes octets;
  private final LineIndex lines;
  private final Map<String, Boolean> sound = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private RuleFile(String file, Bytes octets) {
    this.file = file;
    this.octets = octets;
    this.lines = LineIndex.of(octets);
  }

  /**
   * Reads a file.
   *
   * @param file its name, for people
   * @return the rules that could be read; problems say line, column, and what was expected, all of
   *     them
   */
  public static Read<List<Rule>> read(String file, Bytes octets) {
    RuleFile reader = new RuleFile(file, octets);
    List<Rule> rules = reader.read();
    return new Read<>(rules, reader.problems);
  }

  private List<Rule> read() {
    if (octets.length() > MOST_OCTETS) {
      problems.add(
          Problem.error(
              Span.at(0),
              "the file has " + octets.length() + " octets; " + MOST_OCTETS + " are allowed"));
      return List.of();
    }
    RuleParser.Parsed parsed = RuleParser.parse(octets.utf8());
    parsed.wrong().forEach(wrong -> problem(wrong.line(), wrong.column(), wrong.message()));
    List<RuleParser.Written> written = parsed.rules();
    if (written.size() > MOST_RULES) {
      RuleParser.Piece first = written.get(MOST_RULES).name();
      problem(
          first.line(),
          first.column(),
          "the file has " + written.size() + " rules; " + MOST_RULES + " are allowed");
      written = written.subList(0, MOST_RULES);
    }
    List<Rule> rules = new ArrayList<>();
    written.forEach(rule -> rule(rule).ifPresent(rules::add));
    problems.sort(Comparator.comparingInt(problem -> problem.span().start()));
    return rules;
  }

  private void problem(int line, int column, String message) {
    int start = line <= lines.count() ? lines.startOf(line) : octets.length();
    int at = Math.min(start + column - 1, octets.length());
    problems.add(
        Problem.error(Span.at(at), "line " + line + ", column " + column + ": " + message));
  }

  private Optional<Rule> rule(RuleParser.Written written) {
    int before = problems.size();
    List<Rule.Variable> variables = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (RuleParser.Piece piece : written.declarations()) {
      Optional<String> name = name(piece);
      if (name.isPresent() && !names.add(name.get())) {
        problem(piece.line(), piece.column(), name.get() + " is declared twice");
      }
      name.ifPresent(word -> variables.add(new Rule.Variable(word, piece.text())));
    }
    List<String> declarations = variables.stream().map(Rule.Variable::declaration).toList();
    Optional<Template> left = template(written.minus(), declarations);
    Optional<Template> right = template(written.plus(), declarations);
    if (left.isPresent() && right.isPresent()) {
      agree(left.get(), right.get(), written, names);
    }
    List<Rule.Exemption> exemptions = new ArrayList<>();
    written.exemptions().forEach(piece -> exemption(piece).ifPresent(exemptions::add));
    if (problems.size() > before || left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Rule(
            written.name().text(),
            variables,
            left.get(),
            right.get(),
            new Rule.Origin.Written(file, written.name().line()),
            written.scope().stream().map(RuleParser.Piece::text).toList(),
            exemptions));
  }

  /** The name that a declaration declares; a declaration that is none is told. */
  private Optional<String> name(RuleParser.Piece piece) {
    Matcher words = NAME.matcher(piece.text());
    String last = "";
    int count = 0;
    while (words.find()) {
      String word = words.group();
      boolean isBefore = piece.text().startsWith("(", words.end());
      if (!isBefore && (last.isEmpty() || !piece.text().contains("(*") || count == 1)) {
        last = word;
      }
      count++;
    }
    if (count < 2 || !sound.computeIfAbsent(piece.text(), RuleFile::isDeclaration)) {
      problem(
          piece.line(),
          piece.column(),
          "expected a declaration such as struct pci_dev *d; or expression e; found: "
              + piece.text());
      return Optional.empty();
    }
    return Optional.of(last);
  }

  private static boolean isDeclaration(String text) {
    try {
      Shape.expression("0", List.of(text));
      return true;
    } catch (PatternException wrong) {
      return false;
    }
  }

  private Optional<Template> template(List<RuleParser.Piece> lines, List<String> declarations) {
    String text = lines.stream().map(RuleParser.Piece::text).collect(Collectors.joining("\n"));
    RuleParser.Piece first = lines.get(0);
    Optional<Template> template = RuleText.expression(text).or(() -> RuleText.statements(text));
    if (text.isBlank() || template.isEmpty()) {
      RuleText.Unread unread = RuleText.unread(text);
      RuleParser.Piece at = lines.get(Math.min(unread.line(), lines.size() - 1));
      problem(
          at.line(),
          at.column() + unread.column(),
          "expected an expression, or statements: " + unread.reason());
      return Optional.empty();
    }
    try {
      if (template.get() instanceof Template.Expression) {
        Shape.expression(text, declarations);
      } else {
        Shape.statements(text, declarations);
      }
    } catch (PatternException wrong) {
      problem(first.line(), first.column(), wrong.reason());
      return Optional.empty();
    }
    return template;
  }

  private void agree(Template left, Template right, RuleParser.Written written, Set<String> names) {
    RuleParser.Piece minus = written.minus().get(0);
    RuleParser.Piece plus = written.plus().get(0);
    if (left.getClass() != right.getClass()) {
      problem(
          plus.line(),
          plus.column(),
          "one side is an expression and the other statements: a statement ends with a semicolon");
    } else if (names.contains(left.text().strip())) {
      problem(
          minus.line(),
          minus.column(),
          "the side with - is nothing but the variable "
              + left.text().strip()
              + ": it would fit everywhere");
    } else if (left.text().equals(right.text())) {
      problem(plus.line(), plus.column(), "both sides are the same");
    }
  }

  private Optional<Rule.Exemption> exemption(RuleParser.Piece piece) {
    String[] parts = piece.text().split("\\s+", 2);
    if (parts.length < 2) {
      problem(
          piece.line(),
          piece.column() + piece.text().length(),
          "expected a reason behind the path " + piece.text());
      return Optional.empty();
    }
    return Optional.of(new Rule.Exemption(parts[0], parts[1]));
  }
}
