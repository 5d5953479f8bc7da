package dev.galley.convert;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Numbers of shapes: two nodes have one number where they are the same C but for white space,
 * comments, redundant parentheses, braces around one statement, and where strings are broken.
 *
 * <p>One object counts for both sides of a change. Time and memory grow with the nodes.
 */
final class ShapeNumbers {

  private final Map<List<Object>, Integer> known = new HashMap<>();
  private final Map<String, Integer> labels = new HashMap<>();
  private final IdentityHashMap<CNode, Integer> numbers = new IdentityHashMap<>();
  private final IdentityHashMap<CNode, Integer> sizes = new IdentityHashMap<>();
  private final IdentityHashMap<CNode, Integer> kinds = new IdentityHashMap<>();
  private final BitSet worded = new BitSet();

  /** Counts trees of one side. */
  void add(List<? extends CNode> roots, Function<CNode, String> text) {
    for (CNode node : Nodes.upwards(roots)) {
      count(node, text);
    }
  }

  private void count(CNode node, Function<CNode, String> text) {
    if (numbers.containsKey(node)) {
      return;
    }
    CNode plain = Nodes.plain(node);
    String label = NodeLabels.of(plain, text);
    int kind = labels.computeIfAbsent(label, key -> labels.size());
    kinds.put(node, kind);
    worded.set(kind, !label.endsWith(" "));
    if (plain != node) {
      numbers.put(node, of(plain));
      sizes.put(node, size(plain));
      return;
    }
    List<Object> key = new ArrayList<>();
    key.add(label);
    int size = 1;
    for (CNode child : children(node)) {
      key.add(of(child));
      size += size(child);
    }
    sizes.put(node, size);
    numbers.put(node, known.computeIfAbsent(key, fresh -> known.size()));
  }

  private static List<CNode> children(CNode node) {
    if (node instanceof Expr.Member member && NodeLabels.dereferenced(member).isPresent()) {
      return List.of(NodeLabels.dereferenced(member).get());
    }
    return node instanceof Expr.Strings strings && NodeLabels.joined(strings).isPresent()
        ? List.of()
        : node.children();
  }

  /** The number of a node that was counted. */
  int of(CNode node) {
    Integer number = numbers.get(node);
    if (number == null) {
      throw new IllegalArgumentException("the node is of no tree that was counted");
    }
    return number;
  }

  /** Whether two nodes are the same C. */
  boolean same(CNode one, CNode other) {
    return of(one) == of(other);
  }

  /** How many nodes there are from a node downwards. */
  int size(CNode node) {
    Integer size = sizes.get(node);
    return size == null ? 1 : size;
  }

  /** Whether two nodes are the same but for their children. */
  boolean sameLabel(CNode one, CNode other) {
    Integer kind = kinds.get(one);
    return kind != null && kind.equals(kinds.get(other));
  }

  /** The words and operators from a node downwards as sorted numbers; at most {@code most}. */
  int[] words(CNode node, int most) {
    int[] found = new int[most];
    int count = 0;
    List<CNode> open = new ArrayList<>();
    open.add(node);
    int seen = 0;
    while (!open.isEmpty() && count < most && seen < 4 * most) {
      CNode at = open.remove(open.size() - 1);
      seen++;
      Integer kind = kinds.get(at);
      if (kind != null && Nodes.plain(at) == at && worded.get(kind)) {
        found[count++] = kind;
      }
      List<CNode> children = at.children();
      for (int i = children.size() - 1; i >= 0; i--) {
        open.add(children.get(i));
      }
    }
    int[] words = Arrays.copyOf(found, count);
    Arrays.sort(words);
    return words;
  }
}
