package dev.galley.report;

import dev.galley.convert.RuleBook;
import dev.galley.report.internal.RuleBookJson;
import java.util.List;

/** Inferred rules for programs: JSON as {@code docs/schema/rules-1.json} describes it. */
public final class RulesJson {

  private RulesJson() {}

  /** All rules of a book by the patch from which on they hold, and what was not inferred. */
  public static String of(RuleBook book, List<String> remarks) {
    return RuleBookJson.write(book, remarks);
  }
}
