package dev.galley.check;

import static org.testng.Assert.assertEquals;

import dev.galley.testkit.Bless;
import dev.galley.testkit.CheckFixture;
import dev.galley.testkit.CheckTester;
import java.util.Iterator;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Every case under {@code fixtures/check}: the check says what is written beside it, no more. */
public final class CheckFixturesTest {

  @DataProvider
  public Iterator<Object[]> fixtures() {
    return CheckFixture.all().stream().map(fixture -> new Object[] {fixture}).iterator();
  }

  @Test(dataProvider = "fixtures")
  public void saysWhatIsWrittenBesideIt(CheckFixture fixture) {
    Check check =
        Checks.byId(fixture.checkId())
            .orElseThrow(() -> new AssertionError("no check is called " + fixture.checkId()));
    CheckTester tester = CheckTester.of(check).mails(fixture.mails());
    tester = fixture.base().map(tester::base).orElse(tester);
    tester = fixture.says("order matters") ? tester.inThisOrderOnly() : tester;
    tester = fixture.says("line ends matter") ? tester.withTheseLineEndsOnly() : tester;
    String said = tester.said();
    if (Bless.isOn() && !said.equals(fixture.expected())) {
      fixture.bless(said);
      throw Bless.review(fixture.expect());
    }
    assertEquals(said, fixture.expected(), fixture.toString());
  }
}
