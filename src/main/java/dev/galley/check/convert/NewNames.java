package dev.galley.check.convert;

import dev.galley.convert.CodeChange;
import dev.galley.convert.CodeSide;
import dev.galley.convert.SeriesCode;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.series.SeriesPatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names that the patches of a series give a meaning which they had not before. */
final class NewNames {

  /**
   * A name that a patch defines or declares.
   *
   * @param patch its number
   * @param what {@code function}, {@code macro}, {@code constant}, {@code declaration}, {@code
   *     member}
   * @param owner the struct of a member; else empty
   * @param path the file
   * @param node what to point at: the definition's first node; of a macro without a body nothing
   */
  record Added(
      int patch,
      String what,
      String name,
      String owner,
      String path,
      CodeSide side,
      List<CNode> node) {
    Added {
      node = List.copyOf(node);
    }

    boolean isHelper() {
      return what.equals("function") || what.equals("macro");
    }
  }

  private final Map<String, List<Added>> byName = new LinkedHashMap<>();

  private NewNames() {}

  /** Of all patches, in order. */
  static NewNames of(SeriesCode code) {
    NewNames names = new NewNames();
    for (SeriesPatch patch : code.series().patches()) {
      Set<String> gone = new LinkedHashSet<>();
      for (CodeChange change : code.changes(patch.number())) {
        if (change.after().isEmpty()) {
          gone.add(change.name());
        }
      }
      for (CodeChange change : code.changes(patch.number())) {
        names.take(change, gone);
      }
    }
    return names;
  }

  /** Where a name is added, in the order of the patches; empty where it is not. */
  List<Added> of(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** All of them, by name. */
  Map<String, List<Added>> all() {
    return byName;
  }

  private void take(CodeChange change, Set<String> gone) {
    if (change.after().isEmpty()) {
      return;
    }
    CodeSide after = change.after().get();
    External.What what = after.external().map(External::what).orElse(External.What.OTHER);
    boolean isNew = change.before().isEmpty() && !gone.contains(change.name());
    if (isNew && after.isWhole()) {
      switch (what) {
        case FUNCTION -> add(change, "function", change.name(), "", after, after.roots());
        case DEFINE ->
            add(
                change,
                isFunctionLike(after) ? "macro" : "constant",
                change.name(),
                "",
                after,
                after.roots());
        case DECLARATION -> add(change, "declaration", change.name(), "", after, after.roots());
        default -> {
          // Its members and enumerators are taken below.
        }
      }
    }
    members(change, after);
  }

  private static boolean isFunctionLike(CodeSide side) {
    return side.file()
        .flatMap(file -> side.external().flatMap(file::macro))
        .map(macro -> macro.functionLike())
        .orElse(true);
  }

  private void add(
      CodeChange change, String what, String name, String owner, CodeSide side, List<CNode> nodes) {
    if (!name.isEmpty()) {
      byName
          .computeIfAbsent(name, key -> new ArrayList<>())
          .add(
              new Added(
                  change.patch(),
                  what,
                  name,
                  owner,
                  change.path(),
                  side,
                  nodes.subList(0, Math.min(1, nodes.size()))));
    }
  }

  /** Members and enumerators that only the side after has. */
  private void members(CodeChange change, CodeSide after) {
    Set<String> before = new LinkedHashSet<>();
    change
        .before()
        .ifPresent(
            side -> inner(side).forEach(found -> before.add(found.owner + "." + found.name)));
    for (Inner found : inner(after)) {
      if (!before.contains(found.owner + "." + found.name)) {
        add(
            change,
            found.isMember ? "member" : "constant",
            found.name,
            found.owner,
            after,
            List.of(found.node));
      }
    }
  }

  private record Inner(String owner, String name, boolean isMember, CNode node) {}

  private static List<Inner> inner(CodeSide side) {
    List<Inner> found = new ArrayList<>();
    for (CNode root : side.roots()) {
      if (root instanceof Decl.Declaration) {
        root.walk(node -> inner(node, found));
      }
    }
    return found;
  }

  private static void inner(CNode node, List<Inner> found) {
    if (node instanceof Decl.Enumerator each) {
      found.add(new Inner("", each.name().text(), false, each));
    } else if (node instanceof TypeSyntax.Aggregate aggregate
        && aggregate.tag().isPresent()
        && aggregate.members().isPresent()) {
      String tag = aggregate.tag().get().text();
      aggregate.members().get().forEach(member -> member(tag, member, found));
    }
  }

  /** A member, those of unnamed structs and of {@code #if} groups within included. */
  private static void member(String tag, Decl member, List<Inner> found) {
    member.walk(
        node -> {
          if (node instanceof Decl.Declared declared && declared.declarator().name().isPresent()) {
            found.add(new Inner(tag, declared.declarator().name().get().text(), true, declared));
          }
        });
  }
}
