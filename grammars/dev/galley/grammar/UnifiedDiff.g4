/**
 * Unified diffs, as git, GNU diff and people write them.
 *
 * A token is a line, or a run of lines of one kind, that {@code dev.galley.patch.internal.LineSource}
 * classified. Inside a hunk it counts lines by the heading, as POSIX demands of a reader: that is the
 * only way to tell a removed line "-- x" from a signature and "--- x" from the next file.
 *
 * Sources: git's documentation "diff-format", section "Generating patch text with -p", and
 * "Combined diff format"; POSIX.1-2017, utility diff, "Diff -u or -U Output Format"; what git apply accepts
 * (its apply.c) where the documents are silent.
 */
parser grammar UnifiedDiff;

tokens {
  PROSE, LONE_HEADER,
  GIT_HEADER, OLD_MODE, NEW_MODE, NEW_FILE, DELETED_FILE, COPY_FROM, COPY_TO, RENAME_FROM, RENAME_TO,
  SIMILARITY, INDEX, OLD_NAME, NEW_NAME,
  PRELUDE, PLAIN_OLD_NAME, PLAIN_NEW_NAME,
  COMBINED_HEADER, COMBINED_LINES,
  HEADING, MISCOUNTED_HEADING, BAD_HEADING, LOOSE_HEADING, CONTEXT, REMOVED, ADDED, NO_NEWLINE,
  BINARY_MARK, BINARY_METHOD, BINARY_DATA, BINARY_END, BINARY_DIFFERS
}

/** Changes with prose around them: a mail's diffstat, its signature. git apply skips what it does not know. */
diff : (prose | gitChange | plainChange | combinedChange | looseHunk)* EOF ;

/** A "diff --git" line without header lines after it says nothing: git apply skips it. */
prose : PROSE | LONE_HEADER ;

/** diff-format: "git diff header", extended header lines, then the two-line from-file/to-file header. */
gitChange : GIT_HEADER headerLine+ (hunk+ | binary | BINARY_DIFFERS)? ;

/** diff-format: the extended header lines; git apply takes them, and the names, in any order. */
headerLine
  : OLD_MODE | NEW_MODE | NEW_FILE | DELETED_FILE
  | COPY_FROM | COPY_TO | RENAME_FROM | RENAME_TO
  | SIMILARITY | INDEX | OLD_NAME | NEW_NAME
  ;

/**
 * POSIX diff -u: the two names and the hunks, none in a diff that is cut off; before them what diff -r, CVS,
 * Subversion or quilt say.
 */
plainChange : PRELUDE? PLAIN_OLD_NAME PLAIN_NEW_NAME hunk* ;

/** diff-format: "Combined diff format". It tells of a merge and cannot be applied. */
combinedChange : COMBINED_HEADER COMBINED_LINES? ;

/**
 * POSIX diff -u: the heading and as many lines as it announces. Where the two disagree, or the heading
 * cannot be read, git apply refuses the diff; here the body is what looks like one.
 */
hunk : (HEADING | MISCOUNTED_HEADING | BAD_HEADING) hunkLine* ;

/** Hunks that lines of no hunk cut off from their file header. git apply refuses them. */
looseHunk : LOOSE_HEADING hunkLine* hunk* ;

/** POSIX diff -u: unaffected, removed and added lines; "\ No newline at end of file" after any. */
hunkLine : CONTEXT | REMOVED | ADDED | NO_NEWLINE ;

/** git diff --binary: the forward hunk, and the reverse one where it is given. */
binary : BINARY_MARK binaryHunk* ;

/** Each ends with an empty line. */
binaryHunk : BINARY_METHOD BINARY_DATA? BINARY_END? ;
