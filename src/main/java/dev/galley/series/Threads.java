package dev.galley.series;

import dev.galley.mail.PatchMail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who answers whom: a forest over Message-IDs.
 *
 * <p>A mail that is only referred to has a node too, so that the answers to a missing mail stay
 * together. Every node gets at most one parent, and never one of its own tree, so that no loop of
 * references can make a loop here. Nearly linear in mails and references.
 */
final class Threads {

  /** No mail passes more lists than this; more mails with one Message-ID are an attack. */
  private static final int COPIES = 32;

  /** One Message-ID. */
  static final class Node {
    private final List<Letter> letters = new ArrayList<>();
    private @Nullable Node parent;
    private Node up = this;
    private int weight = 1;
    private Optional<Boolean> mixed = Optional.empty();

    /** The mails with this Message-ID, in order of arrival; empty when it was only referred to. */
    List<Letter> letters() {
      return letters;
    }

    /** The first of them, as many as a search along a thread may look at. */
    List<Letter> firstLetters() {
      return letters.size() <= COPIES ? letters : letters.subList(0, COPIES);
    }

    /** Whether mails with this Message-ID differ in what they say. */
    boolean isOfDifferentMails() {
      boolean is =
          mixed.orElseGet(
              () ->
                  letters.stream()
                      .skip(1)
                      .anyMatch(other -> !other.hasSameContentAs(letters.get(0))));
      mixed = Optional.of(is);
      return is;
    }

    Optional<Node> parent() {
      return Optional.ofNullable(parent);
    }

    boolean isMissing() {
      return letters.isEmpty();
    }

    /** A node that stands for the whole tree. */
    Node tree() {
      Node at = this;
      while (at.up != at) {
        at.up = at.up.up;
        at = at.up;
      }
      return at;
    }
  }

  private final Map<String, Node> byId = new HashMap<>();
  private final List<Node> ofLetter = new ArrayList<>();

  Threads(List<Letter> letters) {
    for (Letter letter : letters) {
      Node node = letter.id().isEmpty() ? new Node() : node(letter.id());
      node.letters.add(letter);
      ofLetter.add(node);
    }
    for (Letter letter : letters) {
      parentId(letter.mail()).ifPresent(id -> link(ofLetter.get(letter.index()), node(id)));
    }
    for (Letter letter : letters) {
      linkMissing(letter.mail());
    }
  }

  Node nodeOf(Letter letter) {
    return ofLetter.get(letter.index());
  }

  /** Whether a mail says that it answers another, present or not. */
  boolean isAnswer(Letter letter) {
    return parentId(letter.mail()).isPresent();
  }

  /** The node of a Message-ID, when any mail has or names it. */
  Optional<Node> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  private Node node(String id) {
    return byId.computeIfAbsent(id, key -> new Node());
  }

  /** In-Reply-To where there is one that is known, else the newest reference that is known. */
  private Optional<String> parentId(PatchMail mail) {
    List<String> named = new ArrayList<>(mail.inReplyTo());
    for (int i = mail.references().size() - 1; i >= 0; i--) {
      named.add(mail.references().get(i));
    }
    named.removeIf(id -> id.isEmpty() || id.equals(mail.messageId()));
    for (String id : named) {
      Node node = byId.get(id);
      if (node != null && !node.isMissing()) {
        return Optional.of(id);
      }
    }
    return named.isEmpty() ? Optional.empty() : Optional.of(named.get(0));
  }

  /** References tell of the parents of mails that are not there. */
  private void linkMissing(PatchMail mail) {
    Set<String> known = new LinkedHashSet<>(mail.references());
    known.addAll(mail.inReplyTo());
    List<String> chain = new ArrayList<>(known);
    for (int i = chain.size() - 1; i > 0; i--) {
      Node child = node(chain.get(i));
      if (child.isMissing()) {
        link(child, node(chain.get(i - 1)));
      }
    }
  }

  private static void link(Node child, Node parent) {
    Node one = child.tree();
    Node other = parent.tree();
    if (child.parent != null || one == other) {
      return;
    }
    child.parent = parent;
    Node heavy = one.weight >= other.weight ? one : other;
    Node light = heavy == one ? other : one;
    light.up = heavy;
    heavy.weight += light.weight;
  }
}
