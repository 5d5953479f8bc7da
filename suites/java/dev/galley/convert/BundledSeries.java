package dev.galley.convert;

import dev.galley.mail.source.SourceException;
import dev.galley.mail.source.SourceSpec;
import dev.galley.review.NothingToReview;
import dev.galley.review.Progress;
import dev.galley.review.ReviewJob;
import dev.galley.review.ReviewOrder;
import dev.galley.review.ReviewResult;
import dev.galley.tree.BaseSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A conversion series of the repository, with the tree it is for.
 *
 * @param folder in {@code fixtures/convert}
 */
public record BundledSeries(Path folder) {

  private static final Path ALL = Path.of("fixtures", "convert");

  /** All of them, sorted by name; never empty. */
  public static List<BundledSeries> all() throws IOException {
    try (Stream<Path> folders = Files.list(ALL)) {
      List<BundledSeries> found =
          folders
              .filter(folder -> Files.exists(folder.resolve("series.mbox")))
              .sorted()
              .map(BundledSeries::new)
              .toList();
      if (found.isEmpty()) {
        throw new IllegalStateException("no series in " + ALL);
      }
      return found;
    }
  }

  public String name() {
    return folder.getFileName().toString();
  }

  public Path mbox() {
    return folder.resolve("series.mbox");
  }

  /** The tree before the first patch. */
  public Path base() {
    return folder.resolve("base");
  }

  /** What every check says of it as it stands. */
  public ReviewResult review() throws IOException {
    try {
      ReviewOrder order =
          ReviewOrder.of(SourceSpec.of(mbox().toString()))
              .against(BaseSpec.parse(base().toString()));
      return ReviewJob.run(order, Progress.SILENT).result();
    } catch (SourceException | NothingToReview wrong) {
      throw new IOException(mbox() + ": " + wrong.getMessage(), wrong);
    }
  }

  @Override
  public String toString() {
    return name();
  }
}
