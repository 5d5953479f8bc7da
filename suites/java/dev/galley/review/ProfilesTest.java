package dev.galley.review;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.galley.finding.Finding;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.finding.Side;
import dev.galley.text.Bytes;
import dev.galley.text.Problem;
import dev.galley.text.Read;
import java.io.IOException;
import java.util.List;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public final class ProfilesTest {

  @Test
  public void everyNamedProfileCanBeRead() throws IOException {
    for (String name : Profiles.NAMES) {
      assertEquals(Profiles.byName(name).orElseThrow().name(), name);
    }
    assertTrue(Profiles.byName("no-such-list").isEmpty());
  }

  @Test
  public void theLastRuleThatCoversAFindingDecides() throws IOException {
    Profile profile =
        Profiles.read(
                Bytes.utf8(
                    """
                    name = "mine"
                    description = "A list of my own."

                    [[rule]]
                    check = "mail/*"
                    level = "note"

                    [[rule]]
                    check = "patch/whitespace"
                    path = "drivers/staging/"
                    level = "off"
                    reason = "cleaned up on the way out"
                    """))
            .value();

    Finding wrap = finding("mail/body-wrap", "", 0);
    Finding staged = finding("patch/whitespace", "drivers/staging/a.c", 3);
    Finding elsewhere = finding("patch/whitespace", "drivers/pci/a.c", 3);

    assertEquals(profile.ruleFor(wrap).orElseThrow().level(), Level.NOTE);
    assertEquals(profile.ruleFor(staged).orElseThrow().level(), Level.OFF);
    assertTrue(profile.ruleFor(elsewhere).isEmpty());
  }

  @DataProvider
  public Object[][] mistakes() {
    return new Object[][] {
      {"[[rule]]\ncheck = \"mail/spelling\"\nlevel = \"off\"\n", "off without a reason"},
      {"[[rule]]\ncheck = \"mail spelling\"\nlevel = \"note\"\n", "is not an id"},
      {"[[rule]]\ncheck = \"*\"\nlevel = \"fatal\"\n", "is not one of"},
      {"[[rule]]\ncheck = \"*\"\nlevel = \"note\"\nfolder = \"a/\"\n", "unknown key \"folder\""},
      {"colour = \"red\"\n", "unknown key \"colour\""},
      {"extends = \"nobody\"\n", "extends \"nobody\""},
      {"name = \"x\"\nname = = 3\n", "line 2"},
    };
  }

  @Test(dataProvider = "mistakes")
  public void aMistakeIsNamed(String toml, String said) throws IOException {
    Read<Profile> read = Profiles.read(Bytes.utf8(toml));

    assertFalse(read.isSound());
    List<String> messages = read.problems().stream().map(Problem::message).toList();
    assertTrue(messages.stream().anyMatch(message -> message.contains(said)), messages.toString());
  }

  @Test
  public void suppressionsNameCheckPlaceAndReason() {
    Read<Suppressions> read =
        Suppressions.read(
            Bytes.utf8(
                """
                # what I looked at
                mail/spelling     patch 3             -- the register is spelled like that
                patch/whitespace  drivers/pci/iov.c:17 -- kept
                patch/*           drivers/gpu/        -- generated
                series/threading  *                   -- private tree

                """));

    assertTrue(read.isSound(), read.problems().toString());
    Suppressions suppressions = read.value();
    assertEquals(suppressions.lines().size(), 4);
    assertEquals(
        suppressions
            .lineFor(finding("patch/whitespace", "drivers/pci/iov.c", 17))
            .orElseThrow()
            .reason(),
        "kept");
    assertTrue(
        suppressions.lineFor(finding("patch/whitespace", "drivers/pci/iov.c", 18)).isEmpty());
    assertTrue(suppressions.lineFor(finding("patch/mode", "drivers/gpu/a.c", 0)).isPresent());
    assertTrue(suppressions.lineFor(finding("series/threading", "", 0)).isPresent());
    Finding third = Finding.of("mail/spelling", Severity.NOTE, Place.mail(3, 40), "typo");
    Finding second = Finding.of("mail/spelling", Severity.NOTE, Place.mail(2, 40), "typo");
    assertTrue(suppressions.lineFor(third).isPresent());
    assertTrue(suppressions.lineFor(second).isEmpty());
  }

  @DataProvider
  public Object[][] badSuppressions() {
    return new Object[][] {
      {"mail/spelling patch 3"},
      {"mail/spelling -- no place"},
      {"spelling * -- no group"},
      {"mail/spelling * --"},
      {"mail/spelling a.c:x -- no line"},
    };
  }

  @Test(dataProvider = "badSuppressions")
  public void aSuppressionWithoutItsPartsIsAProblem(String line) {
    Read<Suppressions> read = Suppressions.read(Bytes.utf8("# one\n" + line + "\n"));

    assertFalse(read.isSound());
    assertTrue(read.problems().get(0).message().startsWith("line 2"), read.problems().toString());
    assertTrue(read.value().lines().isEmpty());
  }

  private static Finding finding(String check, String path, int line) {
    Place place = path.isEmpty() ? Place.patch(1) : Place.line(1, path, Side.NEW, line);
    return Finding.of(check, Severity.WARNING, place, "message");
  }
}
