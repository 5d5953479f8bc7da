package dev.galley.suites;

import dev.galley.check.CheckInfo;
import dev.galley.check.Checks;
import dev.galley.finding.Severity;
import dev.galley.finding.Skip;
import dev.galley.report.Whereabouts;
import dev.galley.text.Bytes;
import dev.galley.text.Printable;
import io.qameta.allure.Allure;
import io.qameta.allure.SeverityLevel;
import io.qameta.allure.model.Label;
import io.qameta.allure.util.ResultsUtils;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Gives the running test its place, words and attachments in the Allure report. */
final class AllureTest {

  private AllureTest() {}

  static void describe(ReviewCase single, List<String> findings) {
    Optional<CheckInfo> info = Checks.byId(single.check()).map(check -> check.info());
    Allure.getLifecycle()
        .updateTestCase(
            test -> {
              test.setName(single.check());
              test.setFullName(single.toString());
              test.setParameters(List.of());
              test.setHistoryId(historyId(single));
              test.setTestCaseId(historyId(single));
              test.setDescription(description(single, info, findings));
              test.setLabels(labels(single, info, test.getLabels()));
            });
    if (!findings.isEmpty()) {
      Allure.addAttachment("findings", "text/plain", String.join("\n", findings), ".txt");
      Whereabouts.mail(single.result().series(), single.patch())
          .ifPresent(
              mail ->
                  Allure.addAttachment(
                      "the mail", "text/plain", printable(mail.mail().bytes()), ".txt"));
    }
  }

  /** The same for the same check of a patch with the same subject, also in a later version. */
  private static String historyId(ReviewCase single) {
    String subject =
        single.result().series().patch(single.patch()).map(patch -> patch.subject()).orElse("");
    String key = single.result().series().title() + "\n" + subject + "\n" + single.check();
    return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static List<Label> labels(
      ReviewCase single, Optional<CheckInfo> info, List<Label> given) {
    List<Label> labels = new ArrayList<>();
    for (Label label : given) {
      // Host and thread differ from run to run and machine to machine.
      if (List.of("framework", "language").contains(label.getName())) {
        labels.add(label);
      }
    }
    String title = Printable.line(single.result().series().title());
    String feature = Printable.line(single.feature());
    labels.add(ResultsUtils.createEpicLabel(title));
    labels.add(ResultsUtils.createFeatureLabel(feature));
    labels.add(ResultsUtils.createStoryLabel(single.check()));
    labels.add(ResultsUtils.createParentSuiteLabel(title));
    labels.add(ResultsUtils.createSuiteLabel(feature));
    labels.add(ResultsUtils.createSeverityLabel(severity(single, info)));
    return labels;
  }

  private static SeverityLevel severity(ReviewCase single, Optional<CheckInfo> info) {
    Optional<Severity> worst = single.worst().or(() -> info.map(CheckInfo::severity));
    return switch (worst.orElse(Severity.ERROR)) {
      case ERROR -> SeverityLevel.CRITICAL;
      case WARNING -> SeverityLevel.NORMAL;
      case NOTE -> SeverityLevel.MINOR;
    };
  }

  /**
   * Markdown. What mails said stands in indented code, which it cannot leave, and so cannot become
   * markup of the page.
   */
  private static String description(
      ReviewCase single, Optional<CheckInfo> info, List<String> findings) {
    StringBuilder text = new StringBuilder();
    info.ifPresent(known -> text.append(known.summary()).append("\n\n"));
    for (String finding : findings) {
      finding.lines().forEach(line -> text.append("    ").append(line).append('\n'));
      text.append('\n');
    }
    for (Skip skip : single.skips()) {
      text.append("    not checked: ").append(Printable.line(skip.reason())).append('\n');
    }
    info.ifPresent(known -> text.append("\nSource: ").append(known.source()).append('\n'));
    return text.toString();
  }

  private static String printable(Bytes mail) {
    return Printable.block(mail.utf8());
  }
}
