package dev.galley.mail.internal;

import dev.galley.text.Bytes;

/**
 * Sorts the lines of a body into in-body header, log and patch: mailinfo.c, handle_commit_msg.
 *
 * <p>The log is converted to UTF-8, the patch is kept as it is from its second line on.
 */
final class LogAndPatch {

  private static final String SEPARATOR_END = " Mon Sep 17 00:00:00 2001\n";
  private static final int ID_LENGTH = 40;

  private final Content content;
  private final Trouble trouble;
  private final boolean scissors;
  private final InfoFields inBody;
  private final Gather log;
  private final Gather patch;
  private final Octets openField = new Octets();
  private boolean inHeader = true;
  private boolean inPatch;

  LogAndPatch(Bytes body, Content content, Trouble trouble, boolean scissors) {
    this.content = content;
    this.trouble = trouble;
    this.scissors = scissors;
    this.inBody = new InfoFields(content, trouble);
    this.log = new Gather(body);
    this.patch = new Gather(body);
  }

  Gather log() {
    return log;
  }

  Gather patch() {
    return patch;
  }

  InfoFields inBody() {
    return inBody;
  }

  boolean inPatch() {
    return inPatch;
  }

  void take(Line line) {
    if (inPatch) {
      patch.add(line);
    } else {
      takeIntoLog(line);
    }
  }

  private void takeIntoLog(Line line) {
    if (inHeader) {
      if (isEmpty(line.octets())) {
        if (!openField.isEmpty()) {
          closeField();
          inHeader = false;
        }
        return;
      }
      inHeader = takesIntoHeader(line.octets());
      if (inHeader) {
        return;
      }
    }
    Line text = toUtf8(line);
    if (text.octets().isEmpty()) {
      return;
    }
    if (scissors && Scissors.isCut(text.octets())) {
      log.clear();
      inBody.clear();
      inHeader = true;
    } else if (startsPatch(text.octets())) {
      inPatch = true;
      patch.add(text);
    } else {
      log.add(text);
    }
  }

  /** The line in UTF-8; nothing of it, and a refusal, where its charset is a lie. */
  private Line toUtf8(Line line) {
    if (content.charset.keeps()) {
      return line;
    }
    var converted = content.charset.apply(line.octets());
    if (converted.isEmpty()) {
      trouble.refuse(content.charset.failure());
      return Line.made(Bytes.EMPTY);
    }
    boolean same = converted.get().equals(line.octets());
    return same ? line : new Line(converted.get(), line.at(), false);
  }

  /** mailinfo.c, check_inbody_header. */
  private boolean takesIntoHeader(Bytes line) {
    if (!openField.isEmpty() && (line.at(0) == ' ' || line.at(0) == '\t')) {
      if (scissors && Scissors.isCut(line)) {
        closeField();
        return false;
      }
      if (openField.at(openField.length() - 1) == '\n') {
        openField.cut(openField.length() - 1);
      }
      openField.add(line);
      return true;
    }
    closeField();
    if (Ascii.isWordAtStart(line, ">From")) {
      return isFormatPatchSeparator(line.from(1));
    }
    if (Ascii.isWordAtStart(line, "[PATCH]")) {
      inBody.put(InfoField.SUBJECT, line);
      return true;
    }
    for (InfoField field : InfoField.values()) {
      if (!inBody.has(field) && field.begins(line)) {
        openField.add(line);
        return true;
      }
    }
    return false;
  }

  /** Takes the in-body header field over that was open, if one was. */
  void closeField() {
    if (openField.isEmpty()) {
      return;
    }
    Bytes line = openField.copy();
    openField.clear();
    for (InfoField field : InfoField.values()) {
      if (field.begins(line)) {
        inBody.decodeInto(field, field.valueIn(line));
      }
    }
  }

  private static boolean isEmpty(Bytes line) {
    return line.isEmpty() || (line.length() == 1 && line.at(0) == '\n');
  }

  /** {@code From <40 hex digits> Mon Sep 17 00:00:00 2001}, as git format-patch writes it. */
  private static boolean isFormatPatchSeparator(Bytes line) {
    int end = 5 + ID_LENGTH;
    if (line.length() != end + SEPARATOR_END.length()
        || !line.startsWith("From ")
        || !line.startsWith(SEPARATOR_END, end)) {
      return false;
    }
    for (int i = 5; i < end; i++) {
      int octet = line.at(i);
      if (!((octet >= '0' && octet <= '9') || (octet >= 'a' && octet <= 'f'))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the patch starts at a line: mailinfo.c, patchbreak. */
  static boolean startsPatch(Bytes line) {
    if (line.startsWith("diff -") || line.startsWith("Index: ")) {
      return true;
    }
    if (line.length() < 4 || !line.startsWith("---")) {
      return false;
    }
    if (line.at(3) == ' ' && (line.length() == 4 || !Ascii.isSpace(line.at(4)))) {
      return true;
    }
    for (int i = 3; i < line.length(); i++) {
      if (line.at(i) == '\n') {
        return true;
      }
      if (!Ascii.isSpace(line.at(i))) {
        return false;
      }
    }
    return false;
  }
}
