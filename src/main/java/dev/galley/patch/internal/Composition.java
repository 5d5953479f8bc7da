package dev.galley.patch.internal;

import dev.galley.patch.Diff;
import dev.galley.patch.FileChange;
import dev.galley.patch.NetDiffstat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Follows files through patches: by path, with renames. */
public final class Composition {

  private final Map<String, FollowedFile> byPath = new LinkedHashMap<>();
  private final List<FollowedFile> all = new ArrayList<>();

  private Composition() {}

  /** The net change of every file that ends otherwise than it began. */
  public static List<NetDiffstat.File> of(List<Diff> patches) {
    Composition composition = new Composition();
    for (Diff patch : patches) {
      composition.add(patch);
    }
    List<NetDiffstat.File> files = new ArrayList<>();
    for (FollowedFile file : composition.all) {
      file.net().ifPresent(files::add);
    }
    files.sort(Comparator.comparing(NetDiffstat.File::path));
    return files;
  }

  private void add(Diff patch) {
    Map<String, FollowedFile> before = new LinkedHashMap<>(byPath);
    for (FileChange change : patch.files()) {
      if (change.style() != FileChange.Style.COMBINED) {
        add(change, before);
      }
    }
  }

  /** A patch may swap two names: sources are looked up as they were before it. */
  private void add(FileChange change, Map<String, FollowedFile> before) {
    switch (change.kind()) {
      case ADDED -> file(change.newPath(), true).apply(change);
      case MODIFIED -> file(change.newPath(), false).apply(change);
      case DELETED -> {
        FollowedFile file = file(change.oldPath(), false);
        file.apply(change);
        file.delete();
      }
      case RENAMED -> {
        FollowedFile file = before.get(change.oldPath());
        if (file == null) {
          file = file(change.oldPath(), false);
        }
        byPath.remove(change.oldPath(), file);
        file.apply(change);
        file.rename(change.newPath());
        byPath.put(change.newPath(), file);
      }
      case COPIED -> {
        FollowedFile source = before.get(change.oldPath());
        FollowedFile copy = source == null ? FollowedFile.ofBase(change.oldPath()) : source.copy();
        copy.apply(change);
        copy.copiedTo(change.newPath());
        all.add(copy);
        byPath.put(change.newPath(), copy);
      }
    }
  }

  private FollowedFile file(String path, boolean created) {
    FollowedFile known = byPath.get(path);
    if (known == null) {
      known = created ? FollowedFile.created(path) : FollowedFile.ofBase(path);
      byPath.put(path, known);
      all.add(known);
    } else if (created) {
      known.revive(path);
    }
    return known;
  }
}
