package dev.galley.check;

/** Where a check puts what it finds, and what it could not check. */
public interface Remarks {

  void add(Remark remark);

  /** Says that a part could not be checked, and why. Never the same as fine. */
  void skip(String reason);

  /** Says that there is nothing here that the check is about, so that no test is made of it. */
  void notApplicable();
}
