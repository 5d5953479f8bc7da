package dev.galley.mutants;

import dev.galley.mail.PatchMail;
import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.series.Series;
import dev.galley.series.SeriesPatch;
import dev.galley.text.Bytes;
import dev.galley.tree.BaseTree;
import dev.galley.tree.PatchOutcome;
import dev.galley.tree.SeriesApplier;
import dev.galley.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes a {@link Sketch} of a series. */
final class SketchReader {

  private SketchReader() {}

  /** With whole files; every patch applies. */
  static Sketch withBase(Series series, BaseTree base) {
    List<Map<String, String>> states = new ArrayList<>();
    Map<String, String> files = new TreeMap<>();
    collect(base, "", files);
    states.add(files);
    List<SeriesPatch> patches = series.patches();
    List<PatchOutcome> outcomes =
        SeriesApplier.apply(base, patches.stream().map(SeriesPatch::diff).toList());
    for (int i = 0; i < patches.size(); i++) {
      if (!outcomes.get(i).applies()) {
        throw new IllegalArgumentException("patch " + (i + 1) + " does not apply");
      }
      files = new TreeMap<>(files);
      for (FileChange change : patches.get(i).diff().files()) {
        files.put(
            change.path(),
            outcomes.get(i).after().content(change.path()).map(Bytes::utf8).orElse(""));
      }
      states.add(files);
    }
    return new Sketch(words(series), states, List.of());
  }

  private static void collect(Tree tree, String directory, Map<String, String> files) {
    for (String name : tree.list(directory)) {
      String path = directory.isEmpty() ? name : directory + "/" + name;
      if (tree.isDirectory(path)) {
        collect(tree, path, files);
      } else {
        tree.content(path).ifPresent(bytes -> files.put(path, bytes.utf8()));
      }
    }
  }

  /** From mails alone. */
  static Sketch fromMails(Series series) {
    List<Map<String, Sketch.Sides>> sides = new ArrayList<>(List.of(Map.of()));
    for (SeriesPatch patch : series.patches()) {
      Map<String, Sketch.Sides> files = new LinkedHashMap<>();
      for (FileChange change : patch.diff().files()) {
        if (!change.isBinary()) {
          files.put(change.path(), sides(change, patch.mail().patch()));
        }
      }
      sides.add(files);
    }
    return new Sketch(words(series), List.of(), sides);
  }

  private static Sketch.Sides sides(FileChange change, Bytes patch) {
    StringBuilder before = new StringBuilder();
    StringBuilder after = new StringBuilder();
    for (Hunk hunk : change.hunks()) {
      String cut =
          Sketch.CUT
              + "-"
              + hunk.oldStart()
              + " +"
              + hunk.newStart()
              + " @@"
              + hunk.section().utf8().replace('\n', ' ')
              + "\n";
      before.append(cut);
      after.append(cut);
      for (HunkLine line : hunk.lines()) {
        String text = line.text().utf8() + "\n";
        if (!line.isAdded()) {
          before.append(text);
        }
        if (!line.isRemoved()) {
          after.append(text);
        }
      }
    }
    String header = patch.slice(change.headerSpan().start(), change.headerSpan().end()).utf8();
    return new Sketch.Sides(header, before.toString(), after.toString());
  }

  private static List<Sketch.MailWords> words(Series series) {
    List<Sketch.MailWords> words = new ArrayList<>();
    words.add(
        series
            .cover()
            .map(letter -> words(letter.mail(), letter.text().utf8()))
            .orElse(new Sketch.MailWords("", "", "")));
    for (SeriesPatch patch : series.patches()) {
      words.add(words(patch.mail(), patch.mail().log().utf8()));
    }
    return words;
  }

  private static Sketch.MailWords words(PatchMail mail, String body) {
    String header = "From: " + mail.authorName() + " <" + mail.authorEmail() + ">\n";
    return new Sketch.MailWords(header, mail.taggedSubject(), body);
  }
}
