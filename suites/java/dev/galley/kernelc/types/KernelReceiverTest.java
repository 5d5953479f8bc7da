package dev.galley.kernelc.types;

import static org.testng.Assert.assertTrue;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.sitter.KernelSample;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.testkit.CorpusFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.testng.Reporter;
import org.testng.annotations.Test;

/**
 * In functions drawn from the kernel tree nearly every {@code ->} and {@code .} has a receiver of a
 * known type and a member that is found. What is not is logged by its reason. {@code
 * -Dgalley.full=true} draws more.
 */
@Test(groups = "corpus")
public final class KernelReceiverTest {

  private static final long SEED = 11;
  private static final boolean FULL = Boolean.getBoolean("galley.full");
  private static final double LEAST_TYPED = 0.99;
  private static final double LEAST_FOUND = 0.98;

  /** A function of a file. */
  private record Drawn(CFile file, External function) {}

  /** The counts of one sample. */
  private static final class Counts {
    final AtomicInteger functions = new AtomicInteger();
    final AtomicInteger unread = new AtomicInteger();
    final AtomicInteger members = new AtomicInteger();
    final AtomicInteger typed = new AtomicInteger();
    final AtomicInteger found = new AtomicInteger();
    final Map<String, Integer> reasons = new ConcurrentHashMap<>();

    double typedShare() {
      return (double) typed.get() / Math.max(1, members.get());
    }

    double foundShare() {
      return (double) found.get() / Math.max(1, members.get());
    }

    String text(String what) {
      return String.format(
          Locale.ROOT,
          "%s: %d functions (%d readings not parsed), %d members: receiver typed %.2f %%, member"
              + " found %.2f %%",
          what,
          functions.get(),
          unread.get(),
          members.get(),
          100 * typedShare(),
          100 * foundShare());
    }
  }

  public void receiversAreTypedAndMembersFound() throws IOException {
    try (KernelTypes kernel = new KernelTypes()) {
      Counts pci = count(kernel, draw(kernel, "drivers/pci/", FULL ? 800 : 200), "drivers/pci");
      Counts tree = count(kernel, draw(kernel, "", FULL ? 1_200 : 400), "the whole tree");
      check(pci, "drivers/pci", 500);
      check(tree, "the whole tree", 2_000);
    }
  }

  private static void check(Counts counts, String what, int members) {
    assertTrue(counts.members.get() >= members, counts.text(what));
    assertTrue(counts.typedShare() >= LEAST_TYPED, counts.text(what));
    assertTrue(counts.foundShare() >= LEAST_FOUND, counts.text(what));
  }

  private static List<Drawn> draw(KernelTypes kernel, String folder, int most) throws IOException {
    List<Drawn> drawn = new ArrayList<>();
    KernelSample.draw(
        CorpusFiles.kernel().resolve(folder),
        SEED,
        (file, function) -> {
          drawn.add(new Drawn(kernel.file(folder + file.path()), function));
          return drawn.size() < most;
        });
    return drawn;
  }

  private static Counts count(KernelTypes kernel, List<Drawn> drawn, String what) {
    Counts counts = new Counts();
    drawn.parallelStream().forEach(each -> count(kernel.types(), each, counts));
    counts.reasons.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> Reporter.log(each.getValue() + " " + each.getKey(), true));
    Reporter.log(counts.text(what), true);
    return counts;
  }

  private static void count(Types types, Drawn drawn, Counts counts) {
    counts.functions.incrementAndGet();
    for (Reading reading : drawn.file().readings(drawn.function())) {
      if (reading instanceof Reading.Tree tree) {
        UnitTypes in = types.in(drawn.file(), drawn.function(), tree.unit());
        tree.unit()
            .walk(
                node -> {
                  if (node instanceof Expr.Member member) {
                    count(in, member, drawn.file().path(), counts);
                  }
                });
      } else {
        counts.unread.incrementAndGet();
      }
    }
  }

  private static void count(UnitTypes in, Expr.Member member, String path, Counts counts) {
    counts.members.incrementAndGet();
    CType receiver = in.receiver(member).type();
    if (!receiver.isUnknown()) {
      counts.typed.incrementAndGet();
    }
    if (in.memberOf(member).isPresent()) {
      counts.found.incrementAndGet();
    } else {
      counts.reasons.merge(path + " " + member.name().text() + ": " + receiver, 1, Integer::sum);
    }
  }
}
