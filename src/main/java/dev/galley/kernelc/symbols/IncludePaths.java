package dev.galley.kernelc.symbols;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Follows {@code #include} lines as far as a tree tells.
 *
 * <p>{@code "x.h"} is looked for beside the file first. Then, and for {@code <x.h>}: in the {@code
 * include} folders of the file's architecture and of the tree, and in {@code asm-generic} for a
 * header of an architecture that has none of its own. A file of no architecture is read as x86's.
 * Folders that makefiles add, and headers that a build generates, are not known: what they would
 * reach is not reached.
 */
final class IncludePaths {

  private static final int MAX_REACHED = 4000;
  private static final int KEPT = 64;
  private static final String DEFAULT_ARCH = "x86";

  private final NameIndex names;
  private final Map<String, Optional<String>> resolved = new ConcurrentHashMap<>();
  private final Optional<IncludeGraph> graph;
  private final Map<String, Reached> closures =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Reached> eldest) {
              return size() > KEPT;
            }
          });

  IncludePaths(NameIndex names) {
    this.names = names;
    this.graph = names.numbered().map(index -> new IncludeGraph(index, this::resolve));
  }

  /** The architecture that a file belongs to, x86 if to none. */
  static String arch(String path) {
    String rest = path.startsWith("tools/") ? path.substring("tools/".length()) : path;
    int slash = rest.startsWith("arch/") ? rest.indexOf('/', "arch/".length()) : -1;
    return slash < 0 ? DEFAULT_ARCH : rest.substring("arch/".length(), slash);
  }

  /** Files by their paths. */
  private record ByPath(Set<String> all) implements Reached {

    @Override
    public boolean contains(String path) {
      return all.contains(path);
    }

    @Override
    public List<String> paths() {
      return List.copyOf(all);
    }
  }

  /** The files that a file reaches. */
  Reached closure(String from) {
    Reached known = closures.get(from);
    if (known == null) {
      int number = names.numbered().map(index -> index.find(from)).orElse(-1);
      known =
          graph.isPresent() && number >= 0
              ? graph.get().from(number, arch(from), MAX_REACHED)
              : follow(from);
      closures.put(from, known);
    }
    return known;
  }

  private Reached follow(String from) {
    Set<String> reached = new LinkedHashSet<>(List.of(from));
    Deque<String> open = new ArrayDeque<>(reached);
    String arch = arch(from);
    while (!open.isEmpty() && reached.size() < MAX_REACHED) {
      String file = open.remove();
      for (String target : names.includes(file).orElse(List.of())) {
        resolve(file, target, arch)
            .ifPresent(
                found -> {
                  if (reached.add(found)) {
                    open.add(found);
                  }
                });
      }
    }
    return new ByPath(Collections.unmodifiableSet(reached));
  }

  /** The file that a target, with its first bracket or quote, means in another file. */
  Optional<String> included(String from, String target) {
    return resolve(from, target, arch(from));
  }

  /** Whether one file sees what another defines, in its own architecture or in the other's. */
  boolean reaches(String from, String definer) {
    Reached closure = closure(from);
    if (closure.contains(definer)) {
      return true;
    }
    String other = "arch/" + arch(definer) + "/include/";
    return definer.startsWith(other)
        && !from.startsWith("arch/")
        && closure.contains(
            "arch/" + DEFAULT_ARCH + "/include/" + definer.substring(other.length()));
  }

  private Optional<String> resolve(String from, String target, String arch) {
    String name = target.substring(1);
    if (target.charAt(0) == '"') {
      Optional<String> beside = normal(folder(from) + name).filter(names::has);
      if (beside.isPresent()) {
        return beside;
      }
    }
    boolean inTools = from.startsWith("tools/");
    return resolved.computeIfAbsent(
        arch + (inTools ? "\ttools/" : "\t") + name,
        key ->
            folders(inTools ? "tools/" : "", arch, name).stream()
                .flatMap(folder -> normal(folder).stream())
                .filter(names::has)
                .findFirst());
  }

  static List<String> folders(String top, String arch, String name) {
    String ofArch = top + "arch/" + arch + "/include/";
    List<String> folders =
        new ArrayList<>(
            List.of(
                ofArch + name,
                top + "include/" + name,
                ofArch + "uapi/" + name,
                top + "include/uapi/" + name));
    if (name.startsWith("asm/")) {
      String generic = "asm-generic/" + name.substring("asm/".length());
      folders.add(top + "include/" + generic);
      folders.add(top + "include/uapi/" + generic);
    }
    return folders;
  }

  static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** A path without {@code .} and {@code ..}; nothing if it leaves the tree. */
  static Optional<String> normal(String path) {
    if (!path.contains("./") && !path.contains("//")) {
      return Optional.of(path);
    }
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return Optional.of(String.join("/", parts));
  }
}
