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
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cases of a switch that become flags of table entries: an entry without the flag is left out. */
@CheckInfo(
    id = "convert/missed-entry",
    severity = Severity.WARNING,
    summary = "Case of the removed switch whose table entry does not get the flag",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "the cases that the patch removes against the entries that it changes")
public final class MissedEntry implements PatchCheck {

  private static final Pattern CASE = Pattern.compile("^\\s*+case\\s++(\\w++)\\s*+:");
  private static final Pattern ENTRY = Pattern.compile("^\\s*+\\[\\s*+(\\w++)\\s*+\\]\\s*+=");
  private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\\b");
  private static final int SUPPORT = 3;

  @Override
  public void check(PatchSubject patch, Remarks out) {
    boolean any = false;
    for (FileChange file : patch.patch().diff().files()) {
      if (SeriesHunks.isC(file)) {
        any = true;
        check(patch.number(), file, out);
      }
    }
    if (!any) {
      out.notApplicable();
    }
  }

  private static void check(int number, FileChange file, Remarks out) {
    List<Set<String>> groups = groups(file);
    Map<String, Map<String, HunkLine>> flags = flags(file);
    for (Map.Entry<String, Map<String, HunkLine>> flag : flags.entrySet()) {
      Set<String> entries = flag.getValue().keySet();
      Set<String> smallest = Set.of();
      for (Set<String> group : groups) {
        boolean covers = group.containsAll(entries);
        if (covers && (smallest.isEmpty() || group.size() < smallest.size())) {
          smallest = group;
        }
      }
      Set<String> missing = new LinkedHashSet<>(smallest);
      missing.removeAll(entries);
      if (entries.size() >= SUPPORT && !missing.isEmpty()) {
        HunkLine line = flag.getValue().values().iterator().next();
        out.add(
            Remark.at(
                    Place.line(number, file.path(), Side.NEW, line.newLine()),
                    flag.getKey()
                        + " takes the place of a switch, and "
                        + String.join(", ", missing)
                        + " had a case there but get"
                        + (missing.size() == 1 ? "s" : "")
                        + " no flag")
                .excerpt("+" + line.text().utf8())
                .fact("cases removed", String.join(", ", smallest))
                .fact("entries with the flag", String.join(", ", entries)));
      }
    }
  }

  /** Labels in a row that are removed. */
  private static List<Set<String>> groups(FileChange file) {
    List<Set<String>> groups = new ArrayList<>();
    for (Hunk hunk : file.hunks()) {
      Set<String> open = new LinkedHashSet<>();
      for (HunkLine line : hunk.lines()) {
        Matcher label = CASE.matcher(line.text().utf8());
        if (line.isRemoved() && label.find()) {
          open.add(label.group(1));
        } else if (!open.isEmpty()) {
          groups.add(open);
          open = new LinkedHashSet<>();
        }
      }
    }
    return groups;
  }

  /** The entries that get each constant on an added line. */
  private static Map<String, Map<String, HunkLine>> flags(FileChange file) {
    Map<String, Map<String, HunkLine>> flags = new TreeMap<>();
    for (Hunk hunk : file.hunks()) {
      String entry = "";
      for (HunkLine line : hunk.lines()) {
        String text = line.text().utf8();
        Matcher head = ENTRY.matcher(text);
        if (head.find() && !line.isRemoved()) {
          entry = head.group(1);
        }
        if (text.startsWith("}")) {
          entry = "";
        }
        Matcher constants = CONSTANT.matcher(text);
        while (line.isAdded() && !entry.isEmpty() && constants.find()) {
          flags
              .computeIfAbsent(constants.group(), x -> new LinkedHashMap<>())
              .putIfAbsent(entry, line);
        }
      }
    }
    return flags;
  }
}
