package dev.galley.series;

import dev.galley.mail.PatchMail;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One version of a patch series.
 *
 * @param title the cover letter's title, or the first patch's
 * @param version from the subjects
 * @param total the M of N/M; the number of patches when nobody says
 * @param cover the cover letter, where there is one
 * @param slots one for each announced patch, 1 to total, in order, then patches numbered above the
 *     total; a total that cannot be believed has not all of its gaps listed
 * @param duplicates further copies of mails that are in a slot or the cover (two lists, a resend),
 *     and what a newer version of a single patch replaced
 * @param replies other mails of the threads, in order of arrival, one copy of each
 * @param collected trailers given in replies
 * @param remarks what the assembly noticed: out of order, mixed versions, conflicting copies, …
 */
public record Series(
    String title,
    int version,
    int total,
    Optional<CoverLetter> cover,
    List<Slot> slots,
    List<Duplicate> duplicates,
    List<PatchMail> replies,
    List<CollectedTrailer> collected,
    List<AssemblyRemark> remarks) {

  /**
   * A further copy of a mail.
   *
   * @param patch the slot it is a copy for; 0 is the cover letter
   * @param mail the copy that is not reviewed
   * @param sameContent whether log and patch are equal to those of the copy that is
   */
  public record Duplicate(int patch, PatchMail mail, boolean sameContent) {}

  public Series {
    Objects.requireNonNull(title);
    Objects.requireNonNull(cover);
    slots = List.copyOf(slots);
    duplicates = List.copyOf(duplicates);
    replies = List.copyOf(replies);
    collected = List.copyOf(collected);
    remarks = List.copyOf(remarks);
  }

  Series withAnswers(List<PatchMail> answers, List<CollectedTrailer> trailers) {
    return new Series(title, version, total, cover, slots, duplicates, answers, trailers, remarks);
  }

  Series withRemark(AssemblyRemark remark) {
    List<AssemblyRemark> more = new ArrayList<>(remarks);
    more.add(0, remark);
    return new Series(title, version, total, cover, slots, duplicates, replies, collected, more);
  }

  /** The patches that are there, in order. */
  public List<SeriesPatch> patches() {
    return slots.stream().flatMap(slot -> slot.found().stream()).toList();
  }

  public Optional<SeriesPatch> patch(int number) {
    return slots.stream().filter(slot -> slot.number() == number).findFirst().flatMap(Slot::found);
  }

  /** The numbers of the patches that are not there. */
  public List<Integer> missing() {
    return slots.stream().filter(Slot.Missing.class::isInstance).map(Slot::number).toList();
  }

  /** For example {@code v2}, {@code v2.1} or {@code RFC v1 resent}: what tells postings apart. */
  public String label() {
    Optional<SubjectTag> tag =
        cover.map(CoverLetter::tag).or(() -> patches().stream().findFirst().map(SeriesPatch::tag));
    return (isRfc() ? "RFC " : "")
        + "v"
        + version
        + tag.filter(said -> said.minor() > 0 && said.version() == version)
            .map(said -> "." + said.minor())
            .orElse("")
        + (tag.filter(SubjectTag::isResend).isPresent() ? " resent" : "");
  }

  public boolean isComplete() {
    return missing().isEmpty();
  }

  /** Whether any of its mails says RFC. */
  public boolean isRfc() {
    return cover.map(letter -> letter.tag().isRfc()).orElse(false)
        || patches().stream().anyMatch(patch -> patch.tag().isRfc());
  }
}
