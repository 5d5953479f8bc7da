package dev.galley.check.mail;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Severity;
import dev.galley.series.Trailer;
import dev.galley.tree.BaseTree;
import dev.galley.tree.CommitInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code Fixes: <at least 12 hex digits> ("subject")}, on one line. */
@CheckInfo(
    id = "mail/fixes-tag",
    severity = Severity.WARNING,
    summary = "Fixes tag is not in the form that tools follow",
    nature = CheckInfo.Nature.FORM,
    source = "Documentation/process/submitting-patches.rst, Describe your changes")
public final class FixesTag implements PatchCheck {

  private static final int DIGITS = 12;

  /** Fewer digits are no id that can be looked up. */
  private static final int SHORTEST = 7;

  private static final Pattern VALUE =
      Pattern.compile("(?i)(commit[: ]\\s*)?([0-9a-f]{5,64})\\b[,:]?\\s*(.*)");
  private static final Pattern TITLE = Pattern.compile("\\(\"(.+)\"\\)(?:\\s.*)?");
  private static final Pattern LOOSE_TITLE =
      Pattern.compile("[(\\[]?\\s*[\"'\u201c]?(.+?)[\"'\u201d]?\\s*[)\\]]?");
  private static final Pattern IN_BODY = Pattern.compile("(?i)(Fixes): ?([0-9a-f]{8,40}\\b.*)");

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<Trailer> tags = tags(Messages.text(patch));
    if (tags.isEmpty()) {
      out.notApplicable();
      return;
    }
    for (Trailer tag : tags) {
      checkForm(patch, tag, out);
    }
    checkCommits(patch, tags, out);
  }

  private static void checkCommits(PatchSubject patch, List<Trailer> tags, Remarks out) {
    List<Trailer> named = tags.stream().filter(tag -> !id(tag).isEmpty()).toList();
    Optional<BaseTree> base = patch.review().base();
    if (named.isEmpty()) {
      return;
    }
    if (base.isEmpty() || !base.get().hasHistory() || base.get().isShallow()) {
      String ids = named.stream().map(FixesTag::id).distinct().collect(Collectors.joining(", "));
      out.skip(
          (base.isEmpty() ? "no base" : "no whole history in the base") + " to look up " + ids);
      return;
    }
    for (Trailer tag : named) {
      checkCommit(patch, tag, base.get(), out);
    }
  }

  private static void checkCommit(PatchSubject patch, Trailer tag, BaseTree base, Remarks out) {
    Optional<CommitInfo> commit = base.commit(id(tag));
    if (commit.isEmpty()) {
      out.add(
          remark(patch, tag, "the base has no commit " + id(tag)).fact("base", base.describe()));
      return;
    }
    String title = title(tag);
    String subject = commit.get().subject();
    String right = "Fixes: " + commit.get().id().substring(0, DIGITS) + " (\"" + subject + "\")";
    if (!title.isEmpty() && !isSameTitle(title, subject)) {
      out.add(
          remark(patch, tag, "the commit has another subject")
              .fact("commit", commit.get().id())
              .fact("subject", subject)
              .fix(right));
    } else if (!base.isAncestor(commit.get().id())) {
      out.add(
          remark(patch, tag, "the commit is in the repository, but not before the base")
              .severity(Severity.NOTE)
              .fact("base", base.describe()));
    }
  }

  /** Blanks, capitals and a cut end are no other subject. */
  private static boolean isSameTitle(String title, String subject) {
    String a = plain(title);
    String b = plain(subject);
    return a.equals(b) || (a.endsWith("...") && b.startsWith(a.substring(0, a.length() - 3)));
  }

  private static String plain(String title) {
    return title.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
  }

  private static String id(Trailer tag) {
    Matcher value = VALUE.matcher(tag.value());
    return value.matches() && value.group(2).length() >= SHORTEST ? value.group(2) : "";
  }

  private static String title(Trailer tag) {
    Matcher value = VALUE.matcher(tag.value());
    if (!value.matches()) {
      return "";
    }
    Matcher quoted = TITLE.matcher(value.group(3).trim());
    Matcher loose = LOOSE_TITLE.matcher(value.group(3).trim());
    return quoted.matches() ? quoted.group(1) : loose.matches() ? loose.group(1) : "";
  }

  private static List<Trailer> tags(MessageText text) {
    List<Trailer> tags = new ArrayList<>(text.trailers("Fixes"));
    for (MessageText.Line line : text.lines(MessageText.Kind.PROSE)) {
      Matcher matcher = IN_BODY.matcher(line.text());
      if (matcher.matches()) {
        tags.add(new Trailer(matcher.group(1), matcher.group(2), line.number()));
      }
    }
    return joined(tags, text);
  }

  /** A title that runs on in the next line belongs to its tag. */
  private static List<Trailer> joined(List<Trailer> tags, MessageText text) {
    List<Trailer> whole = new ArrayList<>();
    for (Trailer tag : tags) {
      List<MessageText.Line> lines = text.lines();
      boolean open = tag.value().contains("(\"") && !tag.value().contains("\")");
      if (open && tag.line() < lines.size() && lines.get(tag.line()).text().endsWith("\")")) {
        String rest = lines.get(tag.line()).text().trim();
        whole.add(new Trailer(tag.key(), tag.value() + " " + rest, tag.line()));
      } else {
        whole.add(tag);
      }
    }
    return whole;
  }

  private static void checkForm(PatchSubject patch, Trailer tag, Remarks out) {
    Matcher value = VALUE.matcher(tag.value());
    if (!value.matches()) {
      out.add(remark(patch, tag, whatInstead(tag.value())));
      return;
    }
    String id = value.group(2);
    String rest = value.group(3).trim();
    if (id.length() < DIGITS) {
      out.add(
          remark(patch, tag, "the commit id has " + id.length() + " digits, not " + DIGITS)
              .fact("id", id));
    }
    if (rest.isEmpty()) {
      out.add(remark(patch, tag, "the commit's subject is missing").fact("id", id));
      return;
    }
    boolean clean = value.group(1) == null && TITLE.matcher(rest).matches();
    if (!clean) {
      Matcher loose = LOOSE_TITLE.matcher(rest);
      String title = loose.matches() ? loose.group(1) : rest;
      out.add(
          remark(patch, tag, "a Fixes tag reads: id (\"subject\")")
              .severity(Severity.NOTE)
              .fix("Fixes: " + id + " (\"" + title + "\")"));
    }
  }

  private static String whatInstead(String value) {
    if (value.contains("://")) {
      return "Fixes names a link, not a commit; a report belongs into Closes or Link";
    }
    int title = value.indexOf(" (\"");
    return title > 0
        ? "'" + value.substring(0, title) + "' is no commit id"
        : "Fixes does not name a commit";
  }

  private static Remark remark(PatchSubject patch, Trailer tag, String message) {
    return Remark.at(Messages.place(patch, tag.line()), message).excerpt(tag.toString());
  }
}
