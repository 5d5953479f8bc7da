package dev.galley.check;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.galley.testkit.CheckFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What every check must have, and what no fixture may be. */
public final class ChecksTidyTest {

  private static final Path SERVICES =
      Path.of("src", "main", "resources", "META-INF", "services", "dev.galley.check.Check");

  @DataProvider
  public Iterator<Object[]> ids() {
    return Checks.all().stream().map(check -> new Object[] {check.info().id()}).iterator();
  }

  @Test(dataProvider = "ids")
  public void hasACaseThatSpeaksAndOneThatIsSilent(String id) {
    List<CheckFixture> fixtures = CheckFixture.of(id);
    assertTrue(
        fixtures.stream().anyMatch(CheckFixture::isPositive), id + " is never seen to speak");
    assertTrue(
        fixtures.stream().anyMatch(fixture -> !fixture.isPositive()), id + " is never seen silent");
    assertTrue(
        fixtures.stream()
            .anyMatch(fixture -> fixture.name().equals("example") && fixture.isPositive()),
        id + " has no case called example that it speaks on");
  }

  @Test(dataProvider = "ids")
  public void isExplained(String id) {
    String page = CheckPages.explanation(id).orElse("");
    for (String heading :
        List.of("## Why it matters", "## What to do", "## When it stays silent")) {
      assertTrue(page.contains(heading + "\n"), "the page of " + id + " lacks: " + heading);
    }
  }

  @Test(dataProvider = "ids")
  public void summaryIsAFewWordsInSentenceCase(String id) {
    String summary = Checks.byId(id).orElseThrow().info().summary();
    assertTrue(Character.isUpperCase(summary.charAt(0)), summary);
    assertFalse(summary.endsWith("."), summary);
    assertTrue(summary.length() <= 72, summary);
  }

  @Test
  public void everyFixtureSaysWhyItExistsAndHasItsTwin() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (CheckFixture fixture : CheckFixture.all()) {
      if (fixture.notes().isEmpty() || fixture.notes().get(0).startsWith("TELL WHY")) {
        wrong.add(fixture + " does not say why it exists");
      }
      if (Checks.byId(fixture.checkId()).isEmpty()) {
        wrong.add(fixture + " belongs to no check");
      }
    }
    try (Stream<Path> files = Files.walk(CheckFixture.ROOT)) {
      files
          .filter(file -> file.toString().endsWith(".expect"))
          .filter(file -> !Files.exists(Path.of(file.toString().replaceAll("expect$", "mbox"))))
          .forEach(file -> wrong.add(file + " has no mbox"));
    }
    assertEquals(wrong, List.of());
  }

  @Test
  public void checksAreRegisteredInOrder() throws IOException {
    List<String> lines =
        Files.readAllLines(SERVICES, StandardCharsets.UTF_8).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    assertFalse(lines.isEmpty());
    assertEquals(lines, lines.stream().sorted().distinct().toList());
  }

  @Test
  public void checksKeepNoState() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.galley.check");
    assertTrue(classes.size() >= 20, "only " + classes.size() + " classes were seen");
    ArchRuleDefinition.fields()
        .that()
        .areDeclaredInClassesThat()
        .implement(Check.class)
        .should()
        .beFinal()
        .andShould()
        .beStatic()
        .because("a check is asked about many patches and must remember none")
        .allowEmptyShould(true)
        .check(classes);
    ArchRuleDefinition.classes()
        .that()
        .implement(Check.class)
        .and()
        .areNotInterfaces()
        .should()
        .beAnnotatedWith(CheckInfo.class)
        .andShould()
        .haveModifier(JavaModifier.FINAL)
        .check(classes);
  }
}
