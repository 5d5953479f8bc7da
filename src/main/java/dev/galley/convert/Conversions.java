package dev.galley.convert;

import java.util.List;

/** What a series converts: its rules, and every edit of C explained by them. */
public interface Conversions {

  /** The C that it was worked out from. */
  SeriesCode code();

  /** The rules, inferred and written, by patch. */
  RuleBook rules();

  /**
   * Every edit of a patch with what explains it, in the order of the diff. A patch that claims no
   * conversion has explanations too, most of them left over.
   */
  List<Explanation> explanations(int patch);
}
