package dev.galley.series;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import java.util.List;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class SubjectTagsTest {

  /** Subject; prefixes, version, counter; title {@code T} unless a fourth cell says another. */
  @DataProvider
  public Object[][] spellings() {
    return new Object[][] {
      {"[PATCH] T", "PATCH", "", ""},
      {"[PATCH 01/10] T", "PATCH", "", "1/10"},
      {"[PATCH v2 03/12 net-next] T", "PATCH net-next", "v2", "3/12"},
      {"[RFC 00/12] T", "RFC", "", "0/12"},
      {"[PATCH 1/2 v3] T", "PATCH", "v3", "1/2"},
      {"[PATCHv2] T", "PATCH", "v2", ""},
      {"[PATCHv8 0/7] T", "PATCH", "v8", "0/7"},
      {"[PATCH RFC V3 1 of 4] T", "PATCH RFC", "v3", "1/4"},
      {"[PATCH net-next,v2 1/2] T", "PATCH net-next", "v2", "1/2"},
      {"[PATCHv3,2/5] T", "PATCH", "v3", "2/5"},
      {"[v2,3/5] T", "", "v2", "3/5"},
      {"[rfc, PATCH v1 1/2] T", "rfc PATCH", "v1", "1/2"},
      {"[PATCH v5.1 2/9] T", "PATCH", "v5.1", "2/9"},
      {"[PATCH 11/11 v2.1] T", "PATCH", "v2.1", "11/11"},
      {"[PATCH  5.10 12/200] T", "PATCH 5.10", "", "12/200"},
      {"[PATCH v5.10 12/200] T", "PATCH v5.10", "", "12/200"},
      {"[PATCH v6.1 v2 RESEND] T", "PATCH v6.1 RESEND", "v2", ""},
      {"[PATCH v2 v6.1] T", "PATCH v6.1", "v2", ""},
      {"[PATCH AUTOSEL 5.4 1/2] T", "PATCH AUTOSEL 5.4", "", "1/2"},
      {"[RESEND PATCH] T", "RESEND PATCH", "", ""},
      {"[PATCH RESEND v7 00/11] T", "PATCH RESEND", "v7", "0/11"},
      {"[RFC/RFT v2 00/11] T", "RFC RFT", "v2", "0/11"},
      {"[PATCH net/ibmvnic 1/2] T", "PATCH net/ibmvnic", "", "1/2"},
      {"[RFC] [PATCH net-next v5 0/3] T", "RFC PATCH net-next", "v5", "0/3"},
      {"[linux-pci] [PATCH 1/2] T", "linux-pci PATCH", "", "1/2"},
      {"[PATCH -v3] T", "PATCH", "v3", ""},
      {"[PATCH -next 1/1] T", "PATCH -next", "", "1/1"},
      {"[PATCH 18/15] T", "PATCH", "", "18/15"},
      {"[PATCH 1 / 4] T", "PATCH", "", "1/4"},
      {"[PATCH 1/ 4] T", "PATCH", "", "1/4"},
      {"[PATCH 3/n] T", "PATCH", "", "3/-1"},
      {"[PATCH 0/0] T", "PATCH", "", "0/0"},
      {"[PATCH1/3] T", "PATCH", "", "1/3"},
      {"[PATCH-v2 1/3] T", "PATCH", "v2", "1/3"},
      {"[PATCH v2-RESEND] T", "PATCH RESEND", "v2", ""},
      {"[PATCH version 2] T", "PATCH", "v2", ""},
      {"[PTACH v2 1/3] T", "PTACH", "v2", "1/3"},
      {"[\u201dPATCH\u201d 2/5] T", "PATCH", "", "2/5"},
      {"[PATCH] v2: T", "PATCH", "v2", ""},
      {"[PATCH] 1/2 T", "PATCH", "", "1/2"},
      {"[PATCH] [v2] T", "PATCH", "v2", ""},
      {"[PATCH] (1/3) T", "PATCH", "", "1/3"},
      {"(PATCH v2 1/3) T", "PATCH", "v2", "1/3"},
      {"PATCH v2 1/3 T", "PATCH", "v2", "1/3"},
      {"[PATCH v2 01/10]T", "PATCH", "v2", "1/10"},
      {"[GIT PULL 2/2] T", "GIT PULL", "", "2/2"},
      {"T", "", "", ""},
      {"", "", "", "", ""},
      {"[]", "", "", "", ""},
      {"[PATCH", "", "", "", "[PATCH"},
      {"[PATCH] T (v3)", "PATCH", "v3", "", "T (v3)"},
      {"[PATCH 1/2] T (v3)", "PATCH", "", "1/2", "T (v3)"},
      {"[PATCH v2] T (v3)", "PATCH", "v2", "", "T (v3)"},
      {"[PATCH] 802/3 [foo] v2", "PATCH", "", "", "802/3 [foo] v2"},
      {"[PATCH] v4l: T", "PATCH", "", "", "v4l: T"},
      {"[PATCH 1/2] RFC 2047 T", "PATCH", "", "1/2", "RFC 2047 T"},
      {"RFC 2047 decoding", "", "", "", "RFC 2047 decoding"},
      {"(foo) T", "", "", "", "(foo) T"},
    };
  }

  @Test(dataProvider = "spellings")
  public void readsASpelling(String subject, String... expected) {
    SubjectTag tag = SubjectTags.read(subject);
    assertEquals(String.join(" ", tag.prefixes()), expected[0], subject);
    assertEquals(tag.versionGiven() ? tag.versionLabel() : "", expected[1], subject);
    assertEquals(tag.hasCounter() ? tag.number() + "/" + tag.total() : "", expected[2], subject);
    assertEquals(tag.title(), expected.length > 3 ? expected[3] : "T", subject);
    assertFalse(tag.reply());
    assertEquals(tag.version(), tag.versionGiven() ? tag.version() : 1);
  }

  @DataProvider
  public Object[][] replies() {
    return new Object[][] {
      {"Re: [PATCH v2 1/3] T"},
      {"RE: Re: re:[PATCH v2 1/3] T"},
      {"Aw: [PATCH v2 1/3] T"},
      {"Fwd: [PATCH v2 1/3] T"},
      {"Re[2]: [PATCH v2 1/3] T"},
      {"Re : [PATCH v2 1/3] T"},
      {"[EXT] Re: [PATCH v2 1/3] T"},
      {"回复：[PATCH v2 1/3] T"},
    };
  }

  @Test(dataProvider = "replies")
  public void seesAReply(String subject) {
    SubjectTag tag = SubjectTags.read(subject);
    assertTrue(tag.reply());
    assertEquals(tag.version(), 2);
    assertEquals(tag.number(), 1);
    assertEquals(tag.total(), 3);
    assertEquals(tag.title(), "T");
  }

  @Test
  public void aWordWithAColonIsNoReply() {
    SubjectTag tag = SubjectTags.read("regmap: add x");
    assertFalse(tag.reply());
    assertEquals(tag.title(), "regmap: add x");
  }

  @Test
  public void tellsRfcAndResend() {
    assertTrue(SubjectTags.read("[RFC/RFT v2 0/3] T").isRfc());
    assertTrue(SubjectTags.read("[patch rfc] T").isRfc());
    assertTrue(SubjectTags.read("[RESEND PATCH] T").isResend());
    assertFalse(SubjectTags.read("[PATCH] RFC 2047 T").isRfc());
  }

  @Test
  public void hugeNumbersAreSaturated() {
    SubjectTag tag = SubjectTags.read("[PATCH v99999999999 1/99999999999] T");
    assertEquals(tag.total(), Integer.MAX_VALUE);
    assertEquals(tag.version(), Integer.MAX_VALUE);
  }

  @Test(timeOut = 10_000)
  public void hostileSubjectsAreReadInLinearTime() {
    for (String piece :
        List.of("[", "]", "[]", "Re:", "[PATCH ", "1/", "v", "[a] ", "1 of ", "9")) {
      String subject = piece.repeat(1_000_000 / piece.length());
      assertTrue(SubjectTags.read(subject).title().length() <= subject.length());
    }
  }
}
