package dev.galley.check;

import dev.galley.finding.Severity;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a check is: the only place for its id, severity and words. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CheckInfo {

  /** Group and name, for example {@code series/numbering}; stable for ever. */
  String id();

  /** The severity of its findings unless a finding, the profile or RFC rules say otherwise. */
  Severity severity();

  /** What it says, in a few words: sentence case, no full stop, no Markdown. */
  String summary();

  /** Whether it is about form (milder in an RFC) or substance. */
  Nature nature();

  /** What it must have to run at all. */
  Needs needs() default Needs.MAILS;

  /**
   * Whether its findings are about lines that a patch leaves in the tree, so that a later patch of
   * the series can put them right. Always so for a {@link LineCheck}.
   */
  boolean followsLines() default false;

  /**
   * Whether it reads the C of the series, which the review works out beforehand under a time limit
   * of its own. Always so for the checks of conversions.
   */
  boolean readsCode() default false;

  /** Where the rule comes from: a document of the kernel, an RFC, a git manual page. */
  String source();

  /** Form or substance. */
  enum Nature {
    FORM,
    SUBSTANCE
  }

  /** What a check must have. */
  enum Needs {
    /** The mails alone. */
    MAILS,
    /** A base tree. */
    BASE,
    /** A base with its history. */
    HISTORY
  }
}
