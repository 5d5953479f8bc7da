package dev.galley.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Rules as helpers' definitions give them, written down for tests. */
public final class TestBooks {

  private final String path;
  private final TreeMap<Integer, List<Rule>> byPatch = new TreeMap<>();

  private TestBooks(String path) {
    this.path = path;
  }

  /** Rules of helpers that a header defines. */
  public static TestBooks in(String path) {
    return new TestBooks(path);
  }

  /** From a patch on a helper of one parameter stands for an expression. */
  public TestBooks from(int patch, String helper, String declaration, String left) {
    List<Rule> rules =
        byPatch.computeIfAbsent(
            patch,
            key -> new ArrayList<>(byPatch.isEmpty() ? List.of() : byPatch.lastEntry().getValue()));
    String name = declaration.replaceAll("^.*[ *]", "");
    rules.removeIf(rule -> rule.name().equals(helper));
    rules.add(
        new Rule(
            helper,
            List.of(new Rule.Variable(name, declaration)),
            RuleMatcherTest.expression(left),
            RuleMatcherTest.expression(helper + "(" + name + ")"),
            new Rule.Origin.Helper(path, 1, patch),
            List.of(),
            List.of()));
    return this;
  }

  public RuleBook book() {
    return new RuleBook(byPatch);
  }

  /** Those of {@code fixtures/convert/predicates}. */
  public static RuleBook weft() {
    String dev = "const struct weft_dev *dev";
    return in("include/linux/weft.h")
        .from(1, "weft_is_slio_trunk", dev, "dev->is_trunk")
        .from(1, "weft_is_slio_branch", dev, "dev->is_branch")
        .from(8, "weft_is_slio_trunk", dev, "dev->is_trunk && dev->is_slio")
        .from(8, "weft_is_slio_branch", dev, "dev->is_branch && dev->is_slio")
        .book();
  }

  /** Those of the SIOV RFC. */
  public static RuleBook siov() {
    String dev = "const struct pci_dev *dev";
    return in("include/linux/pci.h")
        .from(1, "pci_is_sriov_physfn", dev, "dev->is_physfn")
        .from(1, "pci_is_sriov_virtfn", dev, "dev->is_virtfn")
        .from(
            1,
            "dev_is_sriov_pf",
            "expression d",
            "dev_is_pci(d) ? pci_is_sriov_physfn(to_pci_dev(d)) : false")
        .from(8, "pci_is_sriov_physfn", dev, "dev->is_physfn && dev->is_sriov")
        .from(8, "pci_is_sriov_virtfn", dev, "dev->is_virtfn && dev->is_sriov")
        .from(10, "pci_is_siov_physfn", dev, "dev->is_physfn && dev->is_siov")
        .from(10, "pci_is_siov_virtfn", dev, "dev->is_virtfn && dev->is_siov")
        .book();
  }
}
