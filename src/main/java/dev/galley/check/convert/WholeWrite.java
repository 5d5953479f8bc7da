package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Severity;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A register whose bits were changed one by one and that is now written whole. */
@CheckInfo(
    id = "convert/whole-write",
    severity = Severity.WARNING,
    summary = "Register written whole where only some bits were changed before",
    nature = CheckInfo.Nature.SUBSTANCE,
    followsLines = true,
    source = "drivers/pci/access.c: pci_clear_and_set_config_dword() keeps the other bits")
public final class WholeWrite implements PatchCheck {

  private static final Pattern PART =
      Pattern.compile(
          "\\w*(?:clear_and_set|clear_set|update_bits|set_bits|clear_bits|_rmw|_modify)\\w*");
  private static final Pattern WHOLE =
      Pattern.compile(
          "(?:pci_(?:user_)?write_config_(?:byte|word|dword)|pcie_capability_write_\\w+"
              + "|(?:__raw_)?write[bwlq](?:_relaxed)?|regmap_write|iowrite\\d+)");
  private static final Pattern READ =
      Pattern.compile("\\w*(?:read_config_|capability_read_|read[bwlq]|regmap_read|ioread)\\w*");
  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]{3,}");

  private record Access(Expr.Call call, Part part, Set<String> register) {}

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<ChangedFunction> functions = SeriesHunks.of(patch);
    if (functions.isEmpty()) {
      out.notApplicable();
    }
    List<Access> parts = new ArrayList<>();
    for (ChangedFunction function : functions) {
      function.before().forEach(part -> collect(part, PART, parts));
    }
    Set<String> told = new TreeSet<>();
    for (ChangedFunction function : functions) {
      List<Access> reads = new ArrayList<>();
      function.after().forEach(part -> collect(part, READ, reads));
      List<Access> writes = new ArrayList<>();
      function.after().forEach(part -> collect(part, WHOLE, writes));
      for (Access write : writes) {
        if (!write.part.isNew(write.call) || isAmong(reads, write)) {
          continue;
        }
        for (Access was : parts) {
          boolean same = was.part.path().equals(write.part.path());
          if (same
              && was.part.isNew(was.call)
              && was.register.equals(write.register)
              && told.add(function.name() + write.register)) {
            tell(was, write, out);
          }
        }
      }
    }
  }

  private static boolean isAmong(List<Access> reads, Access write) {
    return reads.stream().anyMatch(read -> read.register.equals(write.register));
  }

  private static void collect(Part part, Pattern callee, List<Access> into) {
    for (Expr.Call call : Trees.all(part.items(), Expr.Call.class)) {
      if (call.name().filter(name -> callee.matcher(name).matches()).isEmpty()) {
        continue;
      }
      for (Expr argument : call.arguments()) {
        Set<String> constants = constants(argument);
        if (!constants.isEmpty()) {
          into.add(new Access(call, part, constants));
          break;
        }
      }
    }
  }

  private static Set<String> constants(CNode node) {
    Set<String> constants = new TreeSet<>();
    Trees.names(node).stream()
        .filter(name -> CONSTANT.matcher(name).matches())
        .forEach(constants::add);
    return constants;
  }

  private static void tell(Access was, Access write, Remarks out) {
    String register = String.join(" ", write.register);
    out.add(
        Remark.at(
                write.part.place(write.call),
                register + " is written whole, where the code before kept its other bits")
            .excerpt(
                "-" + was.part.lines(was.call).get(0).text().utf8(),
                "+" + write.part.lines(write.call).get(0).text().utf8())
            .fact("before", was.part.text(was.call))
            .fact("now", write.part.text(write.call)));
  }
}
