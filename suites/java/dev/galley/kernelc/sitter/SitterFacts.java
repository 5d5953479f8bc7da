package dev.galley.kernelc.sitter;

import dev.galley.kernelc.sitter.Fact.Kind;
import dev.galley.kernelc.sitter.SitterTree.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The facts in a tree of tree-sitter's. */
final class SitterFacts {

  private static final Map<String, Kind> WHOLE =
      Map.ofEntries(
          Map.entry("cast_expression", Kind.CAST),
          Map.entry("compound_literal_expression", Kind.COMPOUND_LITERAL),
          Map.entry("conditional_expression", Kind.CONDITIONAL),
          Map.entry("subscript_expression", Kind.INDEX),
          Map.entry("if_statement", Kind.IF),
          Map.entry("for_statement", Kind.FOR),
          Map.entry("while_statement", Kind.WHILE),
          Map.entry("do_statement", Kind.DO),
          Map.entry("switch_statement", Kind.SWITCH),
          Map.entry("return_statement", Kind.RETURN),
          Map.entry("break_statement", Kind.BREAK),
          Map.entry("continue_statement", Kind.CONTINUE));

  private static final Map<String, Kind> OPERATORS =
      Map.of(
          "binary_expression", Kind.BINARY,
          "assignment_expression", Kind.ASSIGNMENT,
          "unary_expression", Kind.UNARY,
          "pointer_expression", Kind.UNARY,
          "update_expression", Kind.UNARY);

  private static final Map<String, Kind> DECLARATIONS =
      Map.of(
          "declaration", Kind.DECLARATOR,
          "type_definition", Kind.DECLARATOR,
          "field_declaration", Kind.MEMBER,
          "parameter_declaration", Kind.PARAMETER);

  private static final Set<String> NAMES =
      Set.of("identifier", "field_identifier", "type_identifier", "primitive_type");

  private final String text;
  private final int base;
  private final Set<Fact> facts = new TreeSet<>();

  private SitterFacts(String text, int base) {
    this.text = text;
    this.base = base;
  }

  /**
   * The facts below a node.
   *
   * @param text what was parsed
   * @param base where it begins in its file
   */
  static Set<Fact> of(Node root, String text, int base) {
    SitterFacts found = new SitterFacts(text, base);
    Deque<Node> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Node node = open.pop();
      if (node.named()) {
        found.take(node);
      }
      node.children().forEach(open::push);
    }
    return found.facts;
  }

  private void take(Node node) {
    String type = node.type();
    Optional.ofNullable(WHOLE.get(type)).ifPresent(kind -> add(kind, node, ""));
    Optional.ofNullable(OPERATORS.get(type))
        .ifPresent(
            kind ->
                add(kind, node, node.child("operator").map(this::textOf).orElse("no operator")));
    Optional.ofNullable(DECLARATIONS.get(type)).ifPresent(kind -> declarators(kind, node));
    switch (type) {
      case "call_expression" ->
          add(Kind.CALL, node, node.child("function").map(this::textOf).orElse(""));
      case "offsetof_expression" -> add(Kind.CALL, node, "offsetof");
      // Its lexer takes a sign into the number; where the operand starts, that is C's unary
      // operator.
      case "number_literal" -> sign(node);
      case "extension_expression" -> add(Kind.UNARY, node, "__extension__");
      case "sizeof_expression", "alignof_expression" -> add(Kind.SIZEOF, node, "");
      case "field_expression" ->
          node.child("field").ifPresent(name -> add(Kind.FIELD, name, arrow(node) + textOf(name)));
      case "field_designator" ->
          node.children().stream()
              .filter(child -> child.type().equals("field_identifier"))
              .forEach(name -> add(Kind.DESIGNATOR, name, textOf(name)));
      case "enumerator" ->
          node.child("name").ifPresent(name -> add(Kind.ENUMERATOR, name, textOf(name)));
      case "labeled_statement" ->
          node.child("label").ifPresent(name -> add(Kind.LABEL, name, textOf(name)));
      case "goto_statement" ->
          add(Kind.GOTO, node, node.child("label").map(this::textOf).orElse("computed"));
      case "case_statement" -> addAt(Kind.CASE, node.start(), node.start() + 1, "");
      case "gnu_asm_expression" -> addAt(Kind.ASM, node.start(), node.start() + 1, "");
      default -> {}
    }
  }

  private void sign(Node number) {
    char first = text.charAt(number.start());
    if (first == '-' || first == '+') {
      add(Kind.UNARY, number, String.valueOf(first));
    }
  }

  private static String arrow(Node field) {
    return field.child("operator").map(Node::type).orElse("");
  }

  private void declarators(Kind kind, Node declaration) {
    for (Node child : declaration.children()) {
      if (child.field().equals("declarator")) {
        name(child).ifPresent(name -> add(kind, name, textOf(name)));
      }
    }
  }

  /** The name that a declarator declares. */
  private static Optional<Node> name(Node declarator) {
    Node at = declarator;
    while (!NAMES.contains(at.type())) {
      Optional<Node> inner =
          at.child("declarator").or(innerOf(at, "_declarator")).or(innerOf(at, "identifier"));
      if (inner.isEmpty()) {
        return Optional.empty();
      }
      at = inner.get();
    }
    return Optional.of(at);
  }

  private static Supplier<Optional<Node>> innerOf(Node node, String suffix) {
    return () ->
        node.children().stream().filter(child -> child.type().endsWith(suffix)).findFirst();
  }

  private String textOf(Node node) {
    return TreeFacts.squeeze(text.substring(node.start(), node.end()));
  }

  private void add(Kind kind, Node node, String what) {
    addAt(kind, node.start(), node.end(), what);
  }

  private void addAt(Kind kind, int start, int end, String what) {
    facts.add(new Fact(kind, base + start, base + end, what));
  }
}
