package dev.galley.convert;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.check.ReviewSubject;
import dev.galley.finding.Place;
import dev.galley.finding.Side;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.series.Series;
import dev.galley.testkit.MailText;
import dev.galley.testkit.Mails;
import dev.galley.testkit.TestSeries;
import dev.galley.tree.MemoryTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testng.annotations.Test;

/** The C of patches: with a base whole declarations, without one what hunks show. */
public final class SeriesCodesTest {

  private static final String HEADER =
      """
      #ifndef LAMP_H
      #define LAMP_H
      struct lamp {
      	unsigned int lit:1;
      	int watts;
      };
      #endif
      """;

  private static final String SOURCE =
      """
      #include "lamp.h"
      static int glow(struct lamp *l)
      {
      	if (l->lit)
      		return 1;
      	return 0;
      }
      #ifdef CONFIG_DIM
      static int dim(struct lamp *l)
      {
      	return l->watts;
      }
      #else
      static int dim(struct lamp *l)
      {
      	return 0;
      }
      #endif
      """;

  private static final String ADD_HELPER =
      """
      diff --git a/drivers/lamp/lamp.h b/drivers/lamp/lamp.h
      --- a/drivers/lamp/lamp.h
      +++ b/drivers/lamp/lamp.h
      @@ -4,4 +4,8 @@ struct lamp {
       	unsigned int lit:1;
       	int watts;
       };
      +static inline bool lamp_is_lit(struct lamp *l)
      +{
      +	return l->lit;
      +}
       #endif
      """;

  private static final String CONVERT =
      """
      diff --git a/drivers/lamp/lamp.c b/drivers/lamp/lamp.c
      --- a/drivers/lamp/lamp.c
      +++ b/drivers/lamp/lamp.c
      @@ -1,7 +1,7 @@
       #include "lamp.h"
       static int glow(struct lamp *l)
       {
      -	if (l->lit)
      +	if (lamp_is_lit(l))
       		return 1;
       	return 0;
       }
      """;

  private static Series series(String... diffs) {
    MailText[] patches = new MailText[diffs.length];
    for (int i = 0; i < diffs.length; i++) {
      patches[i] = MailText.patch(i + 1, diffs.length).diff(diffs[i]);
    }
    return Mails.newest(TestSeries.of(patches).bytes());
  }

  private static SeriesCode onBase(String source, String... diffs) {
    Series series = series(diffs);
    ReviewSubject review =
        ReviewSubject.on(
            series, MemoryTree.of("drivers/lamp/lamp.h", HEADER, "drivers/lamp/lamp.c", source));
    return SeriesCodes.of(series, review.base(), review.outcomes());
  }

  private static List<Expr.Member> members(CodeSide side) {
    List<Expr.Member> found = new ArrayList<>();
    for (CNode root : side.roots()) {
      root.walk(
          node -> {
            if (node instanceof Expr.Member member) {
              found.add(member);
            }
          });
    }
    return found;
  }

  private static List<String> told(List<CodeChange> changes) {
    return changes.stream()
        .map(
            change ->
                change.path()
                    + " "
                    + change.name()
                    + change.before().map(side -> " -").orElse("")
                    + change.after().map(side -> " +").orElse(""))
        .toList();
  }

  @Test
  public void aBaseGivesWholeFunctionsTypedInTheirState() {
    SeriesCode code = onBase(SOURCE, ADD_HELPER, CONVERT);
    assertEquals(told(code.changes(1)), List.of("drivers/lamp/lamp.h lamp_is_lit +"));
    assertEquals(told(code.changes(2)), List.of("drivers/lamp/lamp.c glow - +"));
    CodeChange change = code.changes(2).get(0);
    assertTrue(change.isWhole());
    CodeSide before = change.before().orElseThrow();
    Expr.Member member = members(before).get(0);
    assertEquals(before.text(member), "l->lit");
    assertEquals(before.typeOf(member).type().toString(), "unsigned int : 1");
    assertEquals(before.memberOf(member).orElseThrow().path(), "drivers/lamp/lamp.h");
    Place place = before.place(member);
    assertEquals(place.line(), 4);
    assertEquals(place.side(), Side.OLD);
    assertEquals(place.function(), "glow");
    assertTrue(place.mailLine() > 0);
    CodeSide after = change.after().orElseThrow();
    List<Expr.Call> calls = new ArrayList<>();
    after
        .roots()
        .get(0)
        .walk(
            node -> {
              if (node instanceof Expr.Call call) {
                calls.add(call);
              }
            });
    assertEquals(after.typeOf(calls.get(0)).type().toString(), "bool");
    assertEquals(after.place(calls.get(0)).side(), Side.NEW);
  }

  @Test
  public void statesShareFilesThatDoNotChange() {
    SeriesCode code = onBase(SOURCE, ADD_HELPER, CONVERT);
    CodeState first = code.before(2).orElseThrow();
    CodeState last = code.last().orElseThrow();
    assertTrue(
        first.symbols().file("drivers/lamp/lamp.h").orElseThrow()
            == last.symbols().file("drivers/lamp/lamp.h").orElseThrow());
    assertTrue(
        first.symbols().file("drivers/lamp/lamp.c").orElseThrow()
            != last.symbols().file("drivers/lamp/lamp.c").orElseThrow());
  }

  @Test
  public void definitionsOfOneNameArePairedByTheirConditions() {
    SeriesCode code =
        onBase(
            SOURCE,
            """
            diff --git a/drivers/lamp/lamp.c b/drivers/lamp/lamp.c
            --- a/drivers/lamp/lamp.c
            +++ b/drivers/lamp/lamp.c
            @@ -13,6 +13,6 @@ static int dim(struct lamp *l)
             #else
             static int dim(struct lamp *l)
             {
            -	return 0;
            +	return -1;
             }
             #endif
            """);
    CodeChange change = code.changes(1).get(0);
    assertEquals(code.changes(1).size(), 1);
    CodeSide after = change.after().orElseThrow();
    assertEquals(after.conditions(after.roots().get(0)), List.of("#else of #ifdef CONFIG_DIM"));
    assertEquals(after.line(after.roots().get(0)), 14);
  }

  @Test
  public void aSecondReadingComesOnlyWithLinesOfItsOwn() {
    String twoWays =
        """
        static int f(int a)
        {
        #ifdef A
        	if (a)
        #else
        	if (a + 1)
        #endif
        		return 1;
        	return 0;
        }
        """;
    String diff =
        """
        diff --git a/drivers/lamp/lamp.c b/drivers/lamp/lamp.c
        --- a/drivers/lamp/lamp.c
        +++ b/drivers/lamp/lamp.c
        @@ -3,8 +3,8 @@
         #ifdef A
         	if (a)
         #else
        -	if (a + 1)
        +	if (a + 2)
         #endif
         		return 1;
         	return 0;
         }
        """;
    SeriesCode both = onBase(twoWays, diff);
    assertEquals(both.changes(1).size(), 1, told(both.changes(1)).toString());
    assertTrue(
        both.changes(1).stream()
            .anyMatch(
                change ->
                    change.after().orElseThrow().readAs().toString().contains("not #ifdef A")),
        "the reading that has the changed line");
  }

  @Test
  public void mailsAloneShowHelpersAndParameters() {
    SeriesCode code = SeriesCodes.of(series(ADD_HELPER, CONVERT));
    assertEquals(code.base(), Optional.empty());
    assertEquals(code.last(), Optional.empty());
    CodeChange helper = code.changes(1).get(0);
    assertEquals(helper.name(), "lamp_is_lit");
    assertTrue(helper.isWhole());
    CodeChange change = code.changes(2).get(0);
    assertEquals(change.name(), "glow");
    CodeSide before = change.before().orElseThrow();
    Expr.Member member = members(before).get(0);
    assertEquals(before.typeOf(member.base()).type().toString(), "struct lamp *");
    assertEquals(before.line(member), 4);
    assertTrue(before.place(member).mailLine() > 0);
  }

  @Test
  public void aFileThatTheSeriesAddsIsWholeWithoutABase() {
    String add =
        MailText.newFile(
            "drivers/lamp/new.c", "int watts;", "int f(void)", "{", "\treturn watts;", "}");
    SeriesCode code = SeriesCodes.of(series(add));
    assertEquals(
        told(code.changes(1)), List.of("drivers/lamp/new.c watts +", "drivers/lamp/new.c f +"));
    assertTrue(code.changes(1).get(1).isWhole());
    assertTrue(code.fileAfter(1, "drivers/lamp/new.c").isPresent());
    assertTrue(code.fileBefore(1, "drivers/lamp/new.c").isEmpty());
  }

  @Test
  public void whatDoesNotApplyIsReadFromItsHunk() {
    SeriesCode code = onBase("#include \"lamp.h\"\nint other;\n", CONVERT);
    CodeChange change = code.changes(1).get(0);
    assertEquals(change.name(), "glow");
    CodeSide before = change.before().orElseThrow();
    assertEquals(before.typeOf(members(before).get(0)).type().toString(), "unsigned int : 1");
  }
}
