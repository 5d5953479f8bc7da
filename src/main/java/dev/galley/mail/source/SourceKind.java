package dev.galley.mail.source;

/** What a source was recognised as. */
public enum SourceKind {
  /** Mails with {@code From } separators. */
  MBOX("mbox"),
  /** One mail without a separator. */
  MAIL("mail"),
  /** A diff without a mail around it. */
  DIFF("bare diff"),
  /** A folder with {@code new/} or {@code cur/}. */
  MAILDIR("Maildir"),
  /** A folder of mail or patch files. */
  FOLDER("folder of mails"),
  /** A git repository that holds one mail a commit. */
  PUBLIC_INBOX("public-inbox archive"),
  /** Commits of a git repository, written as mails. */
  COMMITS("range of commits");

  private final String label;

  SourceKind(String label) {
    this.label = label;
  }

  /** A few words for people. */
  public String label() {
    return label;
  }
}
