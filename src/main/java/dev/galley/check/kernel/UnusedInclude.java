package dev.galley.check.kernel;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.check.convert.ReviewCode;
import dev.galley.convert.CodeState;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.finding.Side;
import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.Kind;
import dev.galley.kernelc.symbols.TreeSymbols;
import dev.galley.patch.FileChange;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An {@code #include} that a patch adds to a file that uses nothing of it. */
@CheckInfo(
    id = "kernel/unused-include",
    severity = Severity.NOTE,
    summary = "Added #include of which the file uses nothing",
    nature = CheckInfo.Nature.SUBSTANCE,
    needs = CheckInfo.Needs.BASE,
    source = "Documentation/process/submit-checklist.rst, 1")
public final class UnusedInclude implements PatchCheck {

  private static final int MOST_HEADERS = 80;
  private static final Pattern INCLUDE =
      Pattern.compile("\\s*#\\s*include\\s*([<\"][^>\"]{1,200})[>\"].*");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*+");

  @Override
  public void check(PatchSubject patch, Remarks out) {
    boolean looked = false;
    for (FileChange change : patch.patch().diff().files()) {
      if (!change.newPath().endsWith(".c") || change.newPath().startsWith("tools/")) {
        continue;
      }
      for (NewLines.Part line : NewLines.added(change)) {
        Matcher include = INCLUDE.matcher(line.text());
        if (include.matches()) {
          looked = true;
          look(patch, change, line, include.group(1), out);
        }
      }
    }
    if (!looked) {
      out.notApplicable();
    }
  }

  private static void look(
      PatchSubject patch, FileChange change, NewLines.Part line, String target, Remarks out) {
    Optional<CodeState> state = ReviewCode.of(patch.review()).after(patch.number());
    Optional<ShownText> text = ShownText.wholeAfter(patch, change);
    if (state.isEmpty() || text.isEmpty()) {
      out.skip(ShownText.whyNotWhole(patch, change));
      return;
    }
    TreeSymbols symbols = state.get().symbols();
    Optional<String> header = symbols.included(change.newPath(), target);
    if (header.isEmpty() || isMadeOf(header.get())) {
      return;
    }
    CFile file = CFile.of(change.newPath(), text.get().text());
    Set<String> used = words(file);
    if (uses(used, symbols, header.get())) {
      return;
    }
    Set<String> others = new HashSet<>();
    for (External external : file.outline().externals()) {
      if (external.what() == External.What.INCLUDE) {
        target(text.get(), external)
            .flatMap(other -> symbols.included(change.newPath(), other))
            .filter(path -> !path.equals(header.get()))
            .ifPresent(path -> others.addAll(symbols.reached(path)));
      }
    }
    Set<String> brought = new LinkedHashSet<>(symbols.reached(header.get()));
    brought.removeAll(others);
    if (brought.size() > MOST_HEADERS) {
      out.skip(header.get() + " brings more than " + MOST_HEADERS + " further headers");
      return;
    }
    if (brought.stream().noneMatch(path -> uses(used, symbols, path))) {
      out.add(
          Remark.at(
                  Place.line(patch.number(), change.newPath(), Side.NEW, line.number()),
                  "nothing of " + target.substring(1) + " is used in this file")
              .excerpt("+" + line.text())
              .fact("looked at", header.get() + " and what it alone includes"));
    }
  }

  private static Optional<String> target(ShownText text, External external) {
    Matcher include =
        INCLUDE.matcher(text.text().slice(external.span()).utf8().lines().findFirst().orElse(""));
    return include.matches() ? Optional.of(include.group(1)) : Optional.empty();
  }

  /** Headers whose names macros make, or that are read for their effect. */
  private static boolean isMadeOf(String header) {
    return header.contains("/trace/") || header.endsWith(".c") || header.contains("/generated/");
  }

  private static boolean uses(Set<String> used, TreeSymbols symbols, String path) {
    if (!Collections.disjoint(used, symbols.namesIn(path))) {
      return true;
    }
    Optional<CFile> file = symbols.file(path);
    return file.isEmpty() || !Collections.disjoint(used, made(file.get()));
  }

  /** Words in file-level macro calls, which may declare them. */
  private static Set<String> made(CFile file) {
    CTokens tokens = file.outline().tokens();
    Set<String> words = new HashSet<>();
    for (External external : file.outline().externals()) {
      if (external.what() == External.What.MACRO_CALL
          || external.what() == External.What.UNKNOWN
          || external.what() == External.What.OTHER) {
        for (int token = external.firstToken(); token < external.endToken(); token++) {
          if (tokens.is(token, Kind.ID)) {
            words.add(tokens.text(token));
          }
        }
      }
    }
    return words;
  }

  private static Set<String> words(CFile file) {
    CTokens tokens = file.outline().tokens();
    Set<String> words = new HashSet<>();
    for (int token = 0; token < tokens.count(); token++) {
      if (tokens.is(token, Kind.ID)) {
        words.add(tokens.text(token));
      } else if (tokens.is(token, Kind.DIRECTIVE)
          && !INCLUDE.matcher(tokens.text(token)).lookingAt()) {
        Matcher word = WORD.matcher(tokens.text(token));
        while (word.find()) {
          words.add(word.group());
        }
      }
    }
    return words;
  }
}
