package dev.galley.kernelc.sitter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;
import org.treesitter.TreeSitterC;

/** A tree of tree-sitter's, copied out of its memory: nodes in the order of the text. */
public final class SitterTree {

  /**
   * One node.
   *
   * @param type its rule's name in the grammar; of a token its text
   * @param field its part in its parent; empty where it has none
   * @param start first octet, counted in the text that was parsed
   */
  public record Node(
      String type, boolean named, String field, int start, int end, List<Node> children) {

    /** The first child in a part. */
    Optional<Node> child(String part) {
      return children.stream().filter(child -> child.field.equals(part)).findFirst();
    }
  }

  private final TSParser parser;

  private SitterTree(TSParser parser) {
    this.parser = parser;
  }

  /**
   * A parser of C; nothing where its native code cannot be loaded here.
   *
   * @param folder where it may put its native code
   */
  public static Optional<SitterTree> load(String folder) {
    System.setProperty("tree-sitter-lib", folder);
    try {
      TSParser parser = new TSParser();
      // A language that the core is too old for kills the process when it is used.
      return parser.setLanguage(new TreeSitterC())
          ? Optional.of(new SitterTree(parser))
          : Optional.empty();
    } catch (LinkageError | RuntimeException e) {
      return Optional.empty();
    }
  }

  /**
   * The root, where the whole text parses without repair.
   *
   * @param text ASCII, so that its octets are its characters
   */
  public Optional<Node> clean(String text) {
    TSTree tree = parser.parseString(null, text);
    TSNode root = tree.getRootNode();
    return root.hasError() ? Optional.empty() : Optional.of(copy(root));
  }

  private static Node copy(TSNode root) {
    List<Node> open = new ArrayList<>();
    TSTreeCursor cursor = new TSTreeCursor(root);
    open.add(node(cursor));
    while (true) {
      if (cursor.gotoFirstChild()) {
        open.add(node(cursor));
        continue;
      }
      while (open.size() > 1 && !cursor.gotoNextSibling()) {
        cursor.gotoParent();
        close(open);
      }
      if (open.size() == 1) {
        return open.get(0);
      }
      close(open);
      open.add(node(cursor));
    }
  }

  private static void close(List<Node> open) {
    Node done = open.remove(open.size() - 1);
    open.get(open.size() - 1).children().add(done);
  }

  private static Node node(TSTreeCursor cursor) {
    TSNode node = cursor.currentNode();
    return new Node(
        node.getType(),
        node.isNamed(),
        Optional.ofNullable(cursor.currentFieldName()).orElse(""),
        node.getStartByte(),
        node.getEndByte(),
        new ArrayList<>());
  }
}
