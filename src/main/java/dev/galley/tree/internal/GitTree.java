package dev.galley.tree.internal;

import dev.galley.text.Bytes;
import dev.galley.tree.Content;
import dev.galley.tree.Tree;
import dev.galley.tree.TreeEntry;
import dev.galley.tree.TreeFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/** A tree of git objects. Finding a path loads one object for every directory on the way. */
class GitTree implements Tree {

  private static final String SUBMODULE_LINE = "Subproject commit ";

  private final GitObjects objects;
  private final ObjectId root;

  GitTree(GitObjects objects, ObjectId root) {
    this.objects = objects;
    this.root = root;
  }

  final GitObjects objects() {
    return objects;
  }

  final ObjectId root() {
    return root;
  }

  @Override
  public Optional<String> id() {
    return Optional.of(root.name());
  }

  @Override
  public Optional<TreeEntry> entry(String path) {
    return find(path)
        .filter(found -> found.mode != FileMode.TYPE_TREE)
        .map(found -> new TreeEntry(found.mode, found.id.name()));
  }

  @Override
  public Content read(String path) {
    Optional<Found> found = find(path);
    if (found.isEmpty() || found.get().mode == FileMode.TYPE_TREE) {
      return Content.absent();
    }
    if (found.get().mode == FileMode.TYPE_GITLINK) {
      return Content.of(Bytes.utf8(SUBMODULE_LINE + found.get().id.name() + "\n"));
    }
    return objects.blob(found.get().id);
  }

  @Override
  public boolean isDirectory(String path) {
    return path.isEmpty() || find(path).filter(f -> f.mode == FileMode.TYPE_TREE).isPresent();
  }

  @Override
  public List<String> list(String directory) {
    Optional<ObjectId> id =
        directory.isEmpty()
            ? Optional.of(root)
            : find(directory).filter(f -> f.mode == FileMode.TYPE_TREE).map(f -> f.id);
    if (id.isEmpty()) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (CanonicalTreeParser at = parse(id.get()); !at.eof(); at = at.next()) {
      names.add(at.getEntryPathString());
    }
    names.sort(Utf8Order.INSTANCE);
    return names;
  }

  @Override
  public TreeFiles files() {
    return new GitFiles(objects, root);
  }

  @Override
  public Tree with(Map<String, Edit> edits) {
    GitTreeWriter writer = new GitTreeWriter(objects);
    Map<String, Edit> sorted = new TreeMap<>(edits);
    sorted.forEach(
        (path, edit) -> {
          if (edit.isRemoval()) {
            writer.remove(path);
          }
        });
    sorted.forEach(
        (path, edit) -> {
          if (!edit.isRemoval()) {
            writer.put(path, edit.mode(), idOf(edit));
          }
        });
    return new GitTree(objects, writer.write(root));
  }

  private ObjectId idOf(Edit edit) {
    if (edit.mode() == FileMode.TYPE_GITLINK) {
      String line = edit.bytes().latin1();
      int end = SUBMODULE_LINE.length() + Constants.OBJECT_ID_STRING_LENGTH;
      if (!line.startsWith(SUBMODULE_LINE)
          || line.length() < end
          || !ObjectId.isId(line.substring(SUBMODULE_LINE.length(), end))) {
        throw new IllegalArgumentException("not the content of a submodule: " + line);
      }
      return ObjectId.fromString(line.substring(SUBMODULE_LINE.length(), end));
    }
    return objects.putBlob(edit.bytes());
  }

  private CanonicalTreeParser parse(ObjectId tree) {
    CanonicalTreeParser parser = new CanonicalTreeParser();
    parser.reset(objects.tree(tree));
    return parser;
  }

  private Optional<Found> find(String path) {
    ObjectId tree = root;
    int at = 0;
    while (true) {
      int slash = path.indexOf('/', at);
      byte[] name =
          (slash < 0 ? path.substring(at) : path.substring(at, slash))
              .getBytes(StandardCharsets.UTF_8);
      CanonicalTreeParser parser = parse(tree);
      if (name.length == 0 || !seek(parser, name)) {
        return Optional.empty();
      }
      if (slash < 0) {
        return Optional.of(new Found(parser.getEntryRawMode(), parser.getEntryObjectId()));
      }
      if (parser.getEntryRawMode() != FileMode.TYPE_TREE) {
        return Optional.empty();
      }
      tree = parser.getEntryObjectId();
      at = slash + 1;
    }
  }

  private static boolean seek(CanonicalTreeParser parser, byte[] name) {
    for (; !parser.eof(); parser.next()) {
      if (parser.getNameLength() == name.length) {
        byte[] entry = new byte[name.length];
        parser.getName(entry, 0);
        if (java.util.Arrays.equals(entry, name)) {
          return true;
        }
      }
    }
    return false;
  }

  private record Found(int mode, ObjectId id) {}
}
