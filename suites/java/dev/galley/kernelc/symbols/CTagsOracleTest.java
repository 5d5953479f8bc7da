package dev.galley.kernelc.symbols;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.External;
import dev.galley.testkit.CorpusFiles;
import dev.galley.text.Bytes;
import dev.galley.text.LineIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.testng.SkipException;
import org.testng.annotations.Test;

/**
 * No name that ctags finds in files of a kernel is missed. Names of which it is ctags that errs
 * stand in {@code fixtures/oracle/ctags-exceptions.txt}.
 */
@Test(groups = "corpus")
public final class CTagsOracleTest {

  private static final long SEED = 20261122;
  private static final int FILES = 400;

  public void everyNameThatCtagsFindsIsFound() throws IOException {
    if (!CTags.isThere()) {
      throw new SkipException("no Universal Ctags here");
    }
    Path kernel = CorpusFiles.kernel();
    Map<String, FileNames> files = new HashMap<>();
    for (String path : paths(kernel)) {
      Bytes bytes = Bytes.wrap(Files.readAllBytes(kernel.resolve(path)));
      files.put(path, new FileNames(CFile.of(path, bytes)));
    }
    Map<SymbolKind, Integer> counts = new TreeMap<>();
    TreeSet<String> missed = new TreeSet<>();
    for (CTags.Tag tag : CTags.of(kernel, List.copyOf(files.keySet()))) {
      FileNames names = Objects.requireNonNull(files.get(tag.path()));
      if (tag.kind() != SymbolKind.MACRO && isLocal(names.file(), tag)) {
        continue;
      }
      counts.merge(tag.kind(), 1, Integer::sum);
      if (names.find(tag.kind(), tag.name()).isEmpty()) {
        missed.add(tag.kind() + " " + tag.name() + " " + tag.path() + ":" + tag.line());
      }
    }
    assertEquals(
        missed,
        new TreeSet<>(CorpusFiles.exceptions("ctags-exceptions.txt").keySet()),
        "" + counts);
    for (SymbolKind kind : SymbolKind.values()) {
      // ctags is not asked for variables.
      assertTrue(kind == SymbolKind.VARIABLE || counts.getOrDefault(kind, 0) >= 50, "" + counts);
    }
  }

  /**
   * Whether a line is within a function's body, or a macro call that ctags takes for a function.
   */
  private static boolean isLocal(CFile file, CTags.Tag tag) {
    CTokens tokens = file.outline().tokens();
    int start = LineIndex.of(file.bytes()).startOf(tag.line());
    int end = file.bytes().nextLine(start);
    for (External external : file.outline().externals()) {
      if (external.span().start() >= end || external.span().end() <= start) {
        continue;
      }
      if (external.what() == External.What.MACRO_CALL) {
        return tag.kind() == SymbolKind.FUNCTION;
      }
      if (external.what() == External.What.FUNCTION && tag.kind() != SymbolKind.FUNCTION) {
        return start > tokens.start(external.bodyToken());
      }
    }
    return false;
  }

  /** Files drawn by a seed. */
  private static List<String> paths(Path kernel) throws IOException {
    List<String> all = new ArrayList<>();
    try (var walk = Files.walk(kernel)) {
      walk.map(path -> kernel.relativize(path).toString())
          .filter(path -> path.endsWith(".c") || path.endsWith(".h"))
          .filter(path -> !path.startsWith("scripts/gcc-plugins/"))
          .filter(path -> Files.isRegularFile(kernel.resolve(path)))
          .forEach(all::add);
    }
    Collections.sort(all);
    Collections.shuffle(all, new Random(SEED));
    return all.subList(0, FILES);
  }
}
