package dev.galley.kernelc.internal;

import static org.testng.Assert.assertTrue;

import dev.galley.kernelc.internal.ParserRun.Outcome;
import dev.galley.kernelc.internal.ParserRun.Refused;
import dev.galley.kernelc.lex.Branch;
import dev.galley.kernelc.lex.Directives;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.External.What;
import dev.galley.kernelc.lex.Group;
import dev.galley.kernelc.lex.Kind;
import dev.galley.kernelc.lex.Outline;
import dev.galley.kernelc.lex.PositionPass.Unit;
import dev.galley.testkit.CorpusFiles;
import dev.galley.text.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.testng.annotations.Test;

/**
 * A sample of a kernel tree: what share of it parses, and whether what is called a macro or a type
 * is one somewhere.
 */
@Test(groups = "corpus")
public class KernelParseTest {

  private static final List<String> FOLDERS =
      List.of("drivers/pci", "drivers/vfio", "mm", "net/core");

  /** Where the macros and types of the sample are defined. */
  private static final List<String> HEADERS =
      List.of("include", "arch/x86/include", "lib", "tools");

  /** Of 10 000 functions so many may be refused. */
  private static final int REFUSED_FUNCTIONS = 5;

  private static final int REFUSED_OTHERS = 30;

  private final Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);
  private final List<String> refused = new ArrayList<>();
  private final Map<What, Integer> units = new EnumMap<>(What.class);

  /** Most functions parse; a refusal is listed in the message. */
  public void parsesNearlyAll() throws IOException {
    for (Path file : files(CorpusFiles.kernel(), FOLDERS)) {
      parse(file, Outline.of(Bytes.wrap(Files.readAllBytes(file))));
    }
    int functions = units.getOrDefault(What.FUNCTION, 0);
    int others = units.values().stream().mapToInt(Integer::intValue).sum() - functions;
    assertTrue(functions > 10_000, units.toString());
    long badFunctions = refused.stream().filter(line -> line.startsWith("FUNCTION")).count();
    long badOthers = refused.size() - badFunctions;
    assertTrue(badFunctions * 10_000 <= (long) REFUSED_FUNCTIONS * functions, refused.toString());
    assertTrue(badOthers * 10_000 <= (long) REFUSED_OTHERS * others, refused.toString());
  }

  /** The vocabulary check of the census. */
  @Test(dependsOnMethods = "parsesNearlyAll")
  public void namesAreWhatTheyAreCalled() throws IOException {
    Set<String> macros = new HashSet<>();
    Set<String> types = new HashSet<>();
    List<String> folders = new ArrayList<>(HEADERS);
    folders.addAll(FOLDERS);
    for (Path file : files(CorpusFiles.kernel(), folders)) {
      Outline outline = Outline.of(Bytes.wrap(Files.readAllBytes(file)));
      for (External external : outline.externals()) {
        if (external.what() == What.TYPEDEF) {
          types.add(external.name());
        }
      }
      for (int i = 0; i < outline.tokens().count(); i++) {
        if (outline.tokens().is(i, Kind.DIRECTIVE)) {
          Directives.define(outline.tokens(), i).ifPresent(define -> macros.add(define.name()));
        }
      }
      addBodies(outline, types);
    }
    Map<String, String> shares = new TreeMap<>();
    boolean fine = true;
    fine &= known(Kind.ATTR, macros, 95, shares);
    fine &= known(Kind.ATTR_CALL, macros, 90, shares);
    fine &= known(Kind.BLOCK_MACRO, macros, 95, shares);
    fine &= known(Kind.MACRO_STATEMENT, macros, 85, shares);
    fine &= known(Kind.DECLARATOR_MACRO, macros, 90, shares);
    fine &= known(Kind.TYPE_NAME, types, 85, shares);
    assertTrue(fine, shares.toString());
  }

  /** Typedefs of structs, whose external is the struct. */
  private static void addBodies(Outline outline, Set<String> types) {
    for (External external : outline.externals()) {
      if (external.bodyToken() >= 0 && outline.tokens().is(external.firstToken(), Kind.TYPEDEF)) {
        for (int i = external.endToken() - 1; i > external.bodyToken(); i--) {
          if (outline.tokens().is(i, Kind.ID)) {
            types.add(outline.tokens().text(i));
          } else if (outline.tokens().is(i, Kind.RBRACE)) {
            break;
          }
        }
      }
    }
  }

  private boolean known(Kind kind, Set<String> names, int percent, Map<String, String> shares) {
    Set<String> found = words.getOrDefault(kind, Set.of());
    List<String> strange = found.stream().filter(name -> !names.contains(name)).sorted().toList();
    shares.put(
        kind.name(), (found.size() - strange.size()) + " of " + found.size() + ", not " + strange);
    return !found.isEmpty()
        && (found.size() - strange.size()) * 100L >= (long) percent * found.size();
  }

  private void parse(Path file, Outline outline) {
    BitSet inactive = inactive(outline);
    for (External external : outline.externals()) {
      Unit unit =
          switch (external.what()) {
            case FUNCTION -> Unit.FUNCTION;
            case MACRO_CALL -> Unit.MACRO_CALL;
            default -> Unit.DECLARATION;
          };
      boolean isC =
          switch (external.what()) {
            case DEFINE, INCLUDE, UNKNOWN -> false;
            default -> true;
          };
      if (isC) {
        units.merge(external.what(), 1, Integer::sum);
        Outcome outcome =
            ParserRun.parse(
                outline.tokens(), external.firstToken(), external.endToken(), inactive, unit);
        if (outcome instanceof Refused bad && !bad.at().isEmpty()) {
          refused.add(external.what() + " " + file + " " + bad.at().start() + " " + bad.reason());
        }
        outcome
            .roles()
            .roles()
            .forEach(
                (token, role) ->
                    words
                        .computeIfAbsent(role.kind(), kind -> new HashSet<>())
                        .add(outline.tokens().text(token)));
      }
    }
  }

  /** Dead branches, and of groups that cut through a construct all but the first. */
  private static BitSet inactive(Outline outline) {
    BitSet inactive = new BitSet();
    for (Group group : outline.groups()) {
      boolean chosen = false;
      for (Branch branch : group.branches()) {
        boolean keep = !branch.isDead() && (group.shape().keepsAll() || !chosen);
        chosen |= keep;
        if (!keep) {
          inactive.set(branch.firstToken(), branch.endToken());
        }
      }
    }
    return inactive;
  }

  private static List<Path> files(Path tree, List<String> folders) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : folders) {
      try (Stream<Path> found = Files.walk(tree.resolve(folder))) {
        found
            .filter(file -> file.toString().matches(".*\\.[ch]"))
            .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
            .sorted()
            .forEach(files::add);
      }
    }
    return files;
  }
}
