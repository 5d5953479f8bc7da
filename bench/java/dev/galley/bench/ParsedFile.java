package dev.galley.bench;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.internal.ParserRun;
import dev.galley.kernelc.internal.ParserRun.Outcome;
import dev.galley.kernelc.internal.ParserRun.Refused;
import dev.galley.kernelc.lex.Branch;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.Configurations;
import dev.galley.kernelc.lex.Directives;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.Group;
import dev.galley.kernelc.lex.Lexer;
import dev.galley.kernelc.lex.Outline;
import dev.galley.kernelc.lex.PositionPass;
import dev.galley.kernelc.lex.PositionPass.Unit;
import dev.galley.kernelc.lex.Roles;
import dev.galley.kernelc.lex.VisibleTokens;
import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.util.BitSet;
import java.util.List;

/** One file of the census: cut, given roles, parsed, with one choice of branches. */
final class ParsedFile {

  private final String path;
  private final Bytes source;
  private final ParseCounts counts;

  ParsedFile(String path, Bytes source, ParseCounts counts) {
    this.path = path;
    this.source = source;
    this.counts = counts;
  }

  /** What is done. */
  enum Work {
    PARSE,
    PARSE_AND_CUT,
    TREES
  }

  void run(Work work) {
    if (work != Work.PARSE) {
      readings(work == Work.TREES);
    }
    if (work == Work.TREES) {
      counts.file(source.length(), 0, 0);
    } else {
      parse();
    }
  }

  private void parse() {
    long start = System.nanoTime();
    Lexer.lex(source);
    long lexed = System.nanoTime();
    Outline outline = Outline.of(source);
    long cut = System.nanoTime();
    counts.file(source.length(), lexed - start, cut - lexed);
    BitSet inactive = inactive(outline);
    for (External external : outline.externals()) {
      switch (external.what()) {
        case FUNCTION -> unit(outline.tokens(), external, inactive, Unit.FUNCTION);
        case RECORD, ENUM, TYPEDEF, DECLARATION, OTHER ->
            unit(outline.tokens(), external, inactive, Unit.DECLARATION);
        case MACRO_CALL -> unit(outline.tokens(), external, inactive, Unit.MACRO_CALL);
        case DEFINE -> macro(outline.tokens(), external);
        case UNKNOWN -> counts.refused("UNKNOWN", path, source, external.span().start(), "not cut");
        case INCLUDE -> {
          // No C.
        }
      }
    }
  }

  /** Makes trees: of functions that conditionals cut through, or of everything. */
  private void readings(boolean all) {
    CFile file = CFile.of(path, source);
    for (External external : file.outline().externals()) {
      boolean cut =
          external.what() == External.What.FUNCTION
              && Configurations.of(file.outline(), external).split().size() > 0;
      if (cut || (all && isC(external))) {
        List<Reading> readings = file.readings(external);
        long refused = readings.stream().filter(Reading.Unknown.class::isInstance).count();
        if (cut) {
          counts.cutFunction(
              readings.size(), refused, !readings.get(0).remark().isEmpty(), path, external.name());
        }
      }
    }
  }

  private static boolean isC(External external) {
    return switch (external.what()) {
      case DEFINE, INCLUDE, UNKNOWN -> false;
      default -> true;
    };
  }

  /** Dead branches, and of groups that cut through a construct all but the first living one. */
  static BitSet inactive(Outline outline) {
    BitSet inactive = new BitSet();
    for (Group group : outline.groups()) {
      boolean chosen = false;
      for (Branch branch : group.branches()) {
        boolean keep = !branch.isDead() && (group.shape().keepsAll() || !chosen);
        chosen |= keep;
        if (!keep) {
          inactive.set(branch.firstToken(), branch.endToken());
        }
      }
    }
    return inactive;
  }

  private void unit(CTokens tokens, External external, BitSet inactive, Unit unit) {
    long start = System.nanoTime();
    VisibleTokens visible =
        VisibleTokens.of(tokens, external.firstToken(), external.endToken(), inactive);
    parse(external.what().name(), visible, unit, external.span(), start);
  }

  private void macro(CTokens tokens, External external) {
    Directives.define(tokens, external.firstToken())
        .filter(define -> define.isFunctionLike() && !define.body().isEmpty())
        .ifPresent(
            define -> {
              long start = System.nanoTime();
              CTokens body = Lexer.lexMacroBody(source, define.body());
              VisibleTokens visible = VisibleTokens.of(body, 0, body.count(), new BitSet());
              parse("DEFINE", visible, Unit.STATEMENTS, define.body(), start);
            });
  }

  private void parse(String kind, VisibleTokens visible, Unit unit, Span span, long start) {
    if (visible.count() == 0) {
      return;
    }
    Roles roles = PositionPass.roles(visible, unit);
    long passed = System.nanoTime();
    Outcome outcome = ParserRun.parse(visible, roles, unit);
    if (outcome instanceof Refused && unit == Unit.STATEMENTS) {
      // A macro that makes declarations.
      outcome =
          ParserRun.parse(visible, PositionPass.roles(visible, Unit.DECLARATION), Unit.DECLARATION);
    }
    long parsed = System.nanoTime();
    counts.unit(kind, span.length(), roles, passed - start, parsed - passed);
    if (outcome instanceof Refused refused) {
      counts.refused(kind, path, source, refused.at().start(), refused.reason());
    }
  }
}
