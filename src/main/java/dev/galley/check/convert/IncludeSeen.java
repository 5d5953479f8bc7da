package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.finding.Side;
import dev.galley.patch.FileChange;
import dev.galley.patch.HunkLine;
import dev.galley.series.SeriesPatch;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A helper that a file begins to use, whose header nothing in the mails includes.
 *
 * <p>A question, not a claim: the include may stand where no hunk shows it.
 */
@CheckInfo(
    id = "kernel/include",
    severity = Severity.NOTE,
    summary = "File begins to use a helper and its header is not seen included",
    nature = CheckInfo.Nature.SUBSTANCE,
    followsLines = true,
    source = "Documentation/process/submit-checklist.rst (include what is used)")
public final class IncludeSeen implements PatchCheck {

  /**
   * Helpers of a header that other headers rarely bring along.
   *
   * @param headers any of them will do
   */
  private record Family(Pattern names, List<String> headers) {}

  private static final List<Family> FAMILIES =
      List.of(
          family(
              "FIELD_(?:GET|PREP|MAX|FIT|PREP_CONST)|[lb]e\\d+_(?:get|encode)_bits",
              "linux/bitfield.h"),
          family("(?:get|put)_unaligned(?:_[bl]e\\d+)?", "linux/unaligned.h", "asm/unaligned.h"),
          family(
              "(?:read[bwlq]?x?|ioread\\d+)(?:_relaxed)?_poll_timeout(?:_atomic)?",
              "linux/iopoll.h"),
          family(
              "is_kernel_(?:text|inittext|rodata|core_data)", "asm/sections.h", "linux/kallsyms.h"),
          family("(?:raw_)?smp_processor_id|smp_call_function\\w*|on_each_cpu\\w*", "linux/smp.h"),
          family("static_branch_\\w+", "linux/jump_label.h"),
          family("early_(?:ioremap|iounmap|memremap|memunmap)", "asm/early_ioremap.h"),
          family("reset_control_\\w+|devm_reset_control_\\w+", "linux/reset.h"),
          family("gpiod_\\w+|devm_gpiod_\\w+", "linux/gpio/consumer.h"),
          family("crc(?:8|16|32)(?:_\\w+)?", "linux/crc32.h", "linux/crc16.h", "linux/crc8.h"),
          family("dev_is_dma_coherent", "linux/dma-map-ops.h"));

  private static Family family(String names, String... headers) {
    return new Family(Pattern.compile("(?<![\\w.>])(" + names + ")\\s*+\\("), List.of(headers));
  }

  @Override
  public void check(PatchSubject patch, Remarks out) {
    if (patch.review().base().isPresent()) {
      out.notApplicable();
      return;
    }
    boolean any = false;
    for (FileChange file : patch.patch().diff().files()) {
      if (SeriesHunks.isC(file) && !file.newPath().isEmpty()) {
        any = true;
        FAMILIES.forEach(family -> check(patch, file, family, out));
      }
    }
    if (!any) {
      out.notApplicable();
    }
  }

  private static void check(PatchSubject patch, FileChange file, Family family, Remarks out) {
    Optional<HunkLine> use = firstUse(file, family);
    if (use.isEmpty() || isHeader(file, family) || isSeen(patch, file, family)) {
      return;
    }
    Matcher name = family.names.matcher(use.get().text().utf8());
    String helper = name.find() ? name.group(1) : "";
    out.add(
        Remark.at(
                Place.line(patch.number(), file.path(), Side.NEW, use.get().newLine()),
                helper
                    + "() is declared in <"
                    + family.headers.get(0)
                    + ">, which no line of the series includes here")
            .excerpt("+" + use.get().text().utf8())
            .fact("not shown", "includes that the hunks leave out"));
  }

  private static Optional<HunkLine> firstUse(FileChange file, Family family) {
    return file.hunks().stream()
        .flatMap(hunk -> hunk.lines().stream())
        .filter(line -> line.isAdded() && isCode(line))
        .filter(line -> family.names.matcher(line.text().utf8()).find())
        .findFirst();
  }

  private static boolean isCode(HunkLine line) {
    String text = line.text().utf8().strip();
    return !text.startsWith("*")
        && !text.startsWith("/*")
        && !text.startsWith("//")
        && !text.startsWith("#");
  }

  private static boolean isHeader(FileChange file, Family family) {
    return family.headers.stream()
        .anyMatch(header -> file.path().endsWith(header.substring(header.indexOf('/'))));
  }

  /** Whether a line of the series includes the header there, or used the like before. */
  private static boolean isSeen(PatchSubject patch, FileChange file, Family family) {
    for (SeriesPatch other : patch.review().series().patches()) {
      for (FileChange change : other.diff().files()) {
        if (!change.path().equals(file.path()) || other.number() > patch.number()) {
          continue;
        }
        for (HunkLine line : change.hunks().stream().flatMap(h -> h.lines().stream()).toList()) {
          String text = line.text().utf8();
          boolean includes =
              !line.isRemoved()
                  && text.contains("#include")
                  && family.headers.stream().anyMatch(text::contains);
          boolean old = !line.isAdded() || other.number() < patch.number();
          if (includes || (old && isCode(line) && family.names.matcher(text).find())) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
