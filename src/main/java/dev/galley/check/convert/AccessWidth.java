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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A register or field that was read or written with another width than now. */
@CheckInfo(
    id = "convert/width",
    severity = Severity.ERROR,
    summary = "Register accessed with another width than before",
    nature = CheckInfo.Nature.SUBSTANCE,
    followsLines = true,
    source = "Documentation/driver-api/device-io.rst")
public final class AccessWidth implements PatchCheck {

  /**
   * An access.
   *
   * @param bits how wide
   * @param place what says where: the address, or device and register
   */
  private record Access(int bits, String place, CNode node, Part part, String callee) {}

  private static final Pattern MMIO =
      Pattern.compile(
          "(?:__raw_)?(?:(read)|(write))([bwlq])(?:_relaxed)?(?:_poll_timeout(?:_atomic)?)?");
  private static final Pattern IO = Pattern.compile("io(?:(read)|(write))(8|16|32|64)(?:be)?");
  private static final Pattern CONFIG =
      Pattern.compile("pci_(?:bus_|user_)?(?:(read)|(write))_config_(byte|word|dword)");
  private static final Pattern CAPABILITY =
      Pattern.compile("pcie_capability_(?:(read)|(write))_(word|dword)");

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<ChangedFunction> functions = SeriesHunks.of(patch);
    if (functions.isEmpty()) {
      out.notApplicable();
    }
    for (ChangedFunction function : functions) {
      List<Access> before = new ArrayList<>();
      function.before().forEach(part -> collect(part, before));
      List<Access> after = new ArrayList<>();
      function.after().forEach(part -> collect(part, after));
      for (Access now : after) {
        if (!now.part.isTouched(now.node)) {
          continue;
        }
        List<Access> was =
            before.stream().filter(access -> access.place.equals(now.place)).toList();
        if (!was.isEmpty()
            && was.stream().allMatch(access -> access.bits != now.bits)
            && was.stream().anyMatch(access -> access.part.isTouched(access.node))) {
          tell(was.get(0), now, out);
        }
      }
    }
  }

  private static void tell(Access was, Access now, Remarks out) {
    out.add(
        Remark.at(
                now.part.place(now.node),
                now.callee
                    + "() accesses "
                    + now.bits
                    + " bits of what "
                    + was.callee
                    + "() accessed with "
                    + was.bits)
            .excerpt(
                "-" + was.part.lines(was.node).get(0).text().utf8(),
                "+" + now.part.lines(now.node).get(0).text().utf8())
            .fact("before", was.part.text(was.node))
            .fact("now", now.part.text(now.node)));
  }

  private static void collect(Part part, List<Access> into) {
    for (Expr.Call call : Trees.all(part.items(), Expr.Call.class)) {
      access(part, call).ifPresent(into::add);
    }
  }

  private static Optional<Access> access(Part part, Expr.Call call) {
    String name = call.name().orElse("");
    List<Expr> arguments = call.arguments();
    Matcher mmio = MMIO.matcher(name);
    if (mmio.matches() && !arguments.isEmpty()) {
      boolean write = mmio.group(2) != null;
      if (write && arguments.size() < 2) {
        return Optional.empty();
      }
      String address = part.key(arguments.get(write ? 1 : 0));
      return Optional.of(access(bits(mmio.group(3)), write, address, call, part));
    }
    Matcher io = IO.matcher(name);
    if (io.matches() && !arguments.isEmpty()) {
      boolean write = io.group(2) != null;
      String address = part.key(arguments.get(write ? Math.min(1, arguments.size() - 1) : 0));
      return Optional.of(access(Integer.parseInt(io.group(3)), write, address, call, part));
    }
    for (Pattern pattern : List.of(CONFIG, CAPABILITY)) {
      Matcher config = pattern.matcher(name);
      if (config.matches() && arguments.size() >= 3) {
        List<String> keys = new ArrayList<>();
        arguments.subList(0, arguments.size() - 1).forEach(one -> keys.add(part.key(one)));
        boolean write = config.group(2) != null;
        return Optional.of(
            access(bits(config.group(3)), write, String.join(",", keys), call, part));
      }
    }
    return Optional.empty();
  }

  private static Access access(int bits, boolean write, String place, Expr.Call call, Part part) {
    return new Access(
        bits, (write ? "write " : "read ") + place, call, part, call.name().orElse(""));
  }

  private static int bits(String mark) {
    return switch (mark) {
      case "b", "byte" -> 8;
      case "w", "word" -> 16;
      case "l", "dword" -> 32;
      default -> 64;
    };
  }
}
