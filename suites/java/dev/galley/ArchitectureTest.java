package dev.galley;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** The table of packages and the rules of the house, on the program's own classes. */
@Test(groups = "architecture")
public class ArchitectureTest {

  private static final int FEWEST_CLASSES = 150;

  private JavaClasses program = new ClassFileImporter().importClasses();
  private JavaClasses planted = new ClassFileImporter().importClasses();

  @BeforeClass
  public void readClasses() {
    program =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.galley");
    planted = new ClassFileImporter().importPackages("dev.galley.planted");
  }

  /** A rule over nothing passes; so first of all, that there was something. */
  public void theProgramWasSeen() {
    assertTrue(program.size() > FEWEST_CLASSES, "only " + program.size() + " classes");
    TreeSet<String> packages = new TreeSet<>();
    program.forEach(
        type -> {
          String rest = type.getPackageName().substring("dev.galley.".length());
          int dot = rest.indexOf('.');
          packages.add(dot < 0 ? rest : rest.substring(0, dot));
        });
    assertEquals(packages, new TreeSet<>(HouseRules.packages()));
  }

  @DataProvider
  public Object[][] rules() {
    return new HouseRules("dev.galley")
        .all().entrySet().stream()
            .map(rule -> new Object[] {rule.getKey(), rule.getValue()})
            .toArray(Object[][]::new);
  }

  @Test(dataProvider = "rules")
  public void theRuleHolds(String name, ArchRule rule) {
    rule.check(program);
  }

  @DataProvider
  public Object[][] violations() {
    return new Object[][] {
      {"packages of text", "planted.text.UsesMail"},
      {"packages of mail", "planted.mail.UsesReport"},
      {"every package is in the table", "planted.Homeless"},
      {"generated parsers only in internal", "planted.mail.UsesParser"},
      {"third parties only in internal", "planted.mail.UsesJackson"},
      {"internal stays internal", "planted.report.UsesMailInternals"},
      {"no cycles", "planted.text"},
      {"only cli talks to the process", "planted.report.Prints"},
      {"nobody starts a process", "planted.report.StartsProcess"},
      {"checks have no state", "planted.check.Counting"},
    };
  }

  /** The rule finds what was planted for it: it can fail. */
  @Test(dataProvider = "violations")
  public void theRuleCanFail(String name, String culprit) {
    Map<String, ArchRule> rules = new HouseRules("dev.galley.planted").all();
    ArchRule rule = rules.getOrDefault(name, rules.values().iterator().next());
    List<String> found =
        rule.evaluate(planted).getFailureReport().getDetails().stream()
            .filter(line -> line.contains(culprit))
            .toList();
    assertTrue(rules.containsKey(name), name);
    assertTrue(!found.isEmpty(), rule.evaluate(planted).getFailureReport().toString());
  }

  public void everyPackageSaysThatNothingIsNull() throws Exception {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<Path> folders =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(Path::getParent)
              .distinct()
              .toList();
      assertTrue(folders.size() > 10, folders.toString());
      for (Path folder : folders) {
        Path info = folder.resolve("package-info.java");
        assertTrue(
            Files.exists(info) && Files.readString(info).contains("@NullMarked"), info.toString());
      }
    }
  }
}
