package dev.galley.kernelc.symbols;

import dev.galley.kernelc.symbols.SymbolIndex.Section;
import dev.galley.kernelc.symbols.TreeScan.Unread;
import dev.galley.tree.FileBuffer;
import dev.galley.tree.Tree;
import dev.galley.tree.TreeFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes the index of a tree, out of its files and out of an older index for those that it shares.
 */
final class IndexBuilder {

  private static final int BATCH = 64;

  /**
   * What was made.
   *
   * @param octets the head and the body
   * @param read how many files were read; the others are an older index's
   * @param unread files that could not be read: the index says nothing of them
   */
  record Built(List<ByteBuffer> octets, int read, List<Unread> unread) {
    Built {
      octets = List.copyOf(octets);
      unread = List.copyOf(unread);
    }
  }

  private IndexBuilder() {}

  static Built build(Tree tree, String treeId, Optional<SymbolIndex> older) throws IOException {
    TreeFiles files = tree.files();
    List<TreeFiles.File> list = files.list(TreeScan::isC);
    FileFacts[] facts = new FileFacts[list.size()];
    older.ifPresent(index -> reuse(index, list, facts));
    List<Integer> missing =
        IntStream.range(0, facts.length).filter(i -> facts[i] == null).boxed().toList();
    List<Unread> unread = new ArrayList<>();
    List<List<Integer>> batches = new ArrayList<>();
    for (int i = 0; i < missing.size(); i += BATCH) {
      batches.add(missing.subList(i, Math.min(i + BATCH, missing.size())));
    }
    Batches.run(
        batches,
        () -> new Worker(files.open()),
        (worker, batch) -> {
          List<Unread> failed = new ArrayList<>();
          for (int file : batch) {
            facts[file] = worker.read(list.get(file), failed);
          }
          return failed;
        },
        unread::addAll);
    return new Built(
        List.of(IndexImage.write(treeId, sections(list, List.of(facts)))),
        missing.size() - unread.size(),
        unread);
  }

  private record Worker(TreeFiles.Reader reader, FileBuffer buffer, FactScanner scanner)
      implements AutoCloseable {

    Worker(TreeFiles.Reader reader) {
      this(reader, new FileBuffer(), new FactScanner());
    }

    FileFacts read(TreeFiles.File file, List<Unread> failed) {
      Optional<String> problem = reader.read(file, buffer);
      if (problem.isPresent()) {
        failed.add(new Unread(file.path(), problem.get()));
        return new FileFacts(new int[0], new int[0], false, List.of());
      }
      return scanner.scan(buffer.array(), buffer.length());
    }

    @Override
    public void close() {
      reader.close();
    }
  }

  /** Takes over what an older index knows of the same blobs. */
  private static void reuse(SymbolIndex older, List<TreeFiles.File> list, FileFacts[] facts) {
    Map<String, Integer> known = new HashMap<>();
    for (int i = 0; i < older.files(); i++) {
      known.put(older.blob(i), i);
    }
    int[][] mentions = older.rowsByFile(Section.MENTION_STARTS, Section.MENTIONS);
    int[][] definitions = older.rowsByFile(Section.DEFINITION_STARTS, Section.DEFINITIONS);
    for (int i = 0; i < facts.length; i++) {
      Integer old = list.get(i).id().map(known::get).orElse(null);
      if (old != null) {
        facts[i] =
            new FileFacts(
                mentions[old],
                definitions[old],
                older.isHeap(old),
                older.includes(older.path(old)).orElse(List.of()));
      }
    }
  }

  private static List<byte[]> sections(List<TreeFiles.File> list, List<FileFacts> facts) {
    Map<Section, byte[]> sections = new HashMap<>();
    texts(
        list.stream().map(TreeFiles.File::path).toList(),
        Section.PATH_STARTS,
        Section.PATHS,
        sections);
    StringBuilder blobs = new StringBuilder();
    list.forEach(file -> blobs.append(file.id().orElseThrow()));
    sections.put(Section.BLOBS, blobs.toString().getBytes(StandardCharsets.US_ASCII));
    Postings mentions = Postings.invert(facts, FileFacts::mentions);
    sections.put(Section.MENTION_STARTS, mentions.starts());
    sections.put(Section.MENTIONS, mentions.lists());
    Postings definitions = Postings.invert(facts, FileFacts::definitions);
    sections.put(Section.DEFINITION_STARTS, definitions.starts());
    sections.put(Section.DEFINITIONS, definitions.lists());
    byte[] heaps = new byte[facts.size()];
    for (int i = 0; i < heaps.length; i++) {
      heaps[i] = (byte) (facts.get(i).isHeap() ? 1 : 0);
    }
    sections.put(Section.HEAPS, heaps);
    includes(list, facts, sections);
    List<byte[]> ordered = new ArrayList<>();
    for (Section section : Section.values()) {
      ordered.add(sections.getOrDefault(section, new byte[0]));
    }
    return ordered;
  }

  private static void includes(
      List<TreeFiles.File> list, List<FileFacts> facts, Map<Section, byte[]> sections) {
    IncludeTargets places = new IncludeTargets(list.stream().map(TreeFiles.File::path).toList());
    Map<String, Integer> targets = new LinkedHashMap<>();
    int count = facts.stream().mapToInt(file -> file.includes().size()).sum();
    ByteBuffer starts = ByteBuffer.allocate(Integer.BYTES * (facts.size() + 1));
    ByteBuffer rows = ByteBuffer.allocate(Integer.BYTES * count);
    ByteBuffer files = ByteBuffer.allocate(Integer.BYTES * count);
    for (int i = 0; i < facts.size(); i++) {
      starts.putInt(rows.position());
      for (String target : facts.get(i).includes()) {
        files.putInt(places.of(list.get(i).path(), target));
        int next = targets.size();
        rows.putInt(targets.computeIfAbsent(target, key -> next));
      }
    }
    starts.putInt(rows.position());
    sections.put(Section.INCLUDE_STARTS, starts.array());
    sections.put(Section.INCLUDES, rows.array());
    sections.put(Section.INCLUDED, files.array());
    texts(List.copyOf(targets.keySet()), Section.TARGET_STARTS, Section.TARGETS, sections);
  }

  private static void texts(
      List<String> texts, Section starts, Section octets, Map<Section, byte[]> sections) {
    ByteBuffer places = ByteBuffer.allocate(Integer.BYTES * (texts.size() + 1));
    StringBuilder all = new StringBuilder();
    int end = 0;
    for (String text : texts) {
      places.putInt(end);
      end += text.getBytes(StandardCharsets.UTF_8).length;
      all.append(text);
    }
    places.putInt(end);
    sections.put(starts, places.array());
    sections.put(octets, all.toString().getBytes(StandardCharsets.UTF_8));
  }
}
