package dev.galley.text;

/**
 * Every bound that input from strangers is held to, as one value.
 *
 * @param mailBytes octets of one mail
 * @param lineBytes octets of one line of a mail or diff
 * @param headerBytes octets of one mail's header section
 * @param mimeParts parts of one mail, all levels together
 * @param mimeDepth nesting of multiparts
 * @param mailsPerSource mails taken from one source
 * @param patchesPerSeries the M of N/M that is believed
 * @param filesPerDiff file changes of one diff
 * @param hunksPerFile hunks of one file change
 * @param inflatedBytes octets of one inflated binary hunk or gzip stream
 * @param checkSeconds time that one check may take for a whole series; what is left then is told as
 *     not checked
 */
public record Limits(
    int mailBytes,
    int lineBytes,
    int headerBytes,
    int mimeParts,
    int mimeDepth,
    int mailsPerSource,
    int patchesPerSeries,
    int filesPerDiff,
    int hunksPerFile,
    long inflatedBytes,
    int checkSeconds) {

  private static final int CHECK_SECONDS = 20;

  /** Generous for a kernel mailing list, small for a machine. */
  public static final Limits DEFAULT =
      new Limits(
          64 << 20, 16 << 20, 4 << 20, 1_000, 32, 2_000_000, 10_000, 100_000, 100_000, 4L << 30);

  /** Bounds on what is read, with the usual time for checks. */
  public Limits(
      int mailBytes,
      int lineBytes,
      int headerBytes,
      int mimeParts,
      int mimeDepth,
      int mailsPerSource,
      int patchesPerSeries,
      int filesPerDiff,
      int hunksPerFile,
      long inflatedBytes) {
    this(
        mailBytes,
        lineBytes,
        headerBytes,
        mimeParts,
        mimeDepth,
        mailsPerSource,
        patchesPerSeries,
        filesPerDiff,
        hunksPerFile,
        inflatedBytes,
        CHECK_SECONDS);
  }

  public Limits withMailBytes(int bytes) {
    return new Limits(
        bytes,
        lineBytes,
        headerBytes,
        mimeParts,
        mimeDepth,
        mailsPerSource,
        patchesPerSeries,
        filesPerDiff,
        hunksPerFile,
        inflatedBytes,
        checkSeconds);
  }

  public Limits withCheckSeconds(int seconds) {
    return new Limits(
        mailBytes,
        lineBytes,
        headerBytes,
        mimeParts,
        mimeDepth,
        mailsPerSource,
        patchesPerSeries,
        filesPerDiff,
        hunksPerFile,
        inflatedBytes,
        seconds);
  }
}
