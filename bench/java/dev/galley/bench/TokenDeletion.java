package dev.galley.bench;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.Kind;
import dev.galley.kernelc.sitter.KernelSample;
import dev.galley.text.Bytes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * How much of what is not C the reader notices: {@code TokenDeletion TREE FUNCTIONS [SEED]} takes
 * one token out of each function of a sample and prints, by kind of token, the share that is
 * refused.
 */
public final class TokenDeletion {

  private static final int TOKENS_PER_FUNCTION = 8;

  private final Random random;
  private final Map<Kind, int[]> counts = new EnumMap<>(Kind.class);
  private int functions;

  private TokenDeletion(long seed) {
    random = new Random(seed);
  }

  /** Prints the table. */
  public static void main(String[] arguments) throws IOException {
    int wanted = Integer.parseInt(arguments[1]);
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
    TokenDeletion run = new TokenDeletion(seed);
    KernelSample.draw(
        Path.of(arguments[0]),
        seed,
        (file, function) -> {
          run.add(file, function);
          return run.functions < wanted;
        });
    System.out.printf(Locale.ROOT, "%d functions%n", run.functions);
    run.counts.forEach(
        (kind, count) ->
            System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f %% |%n",
                kind,
                count[0],
                100.0 * count[1] / count[0]));
  }

  private void add(CFile file, External function) {
    Bytes source = file.bytes().slice(function.span());
    CTokens tokens = CFile.of(file.path(), source).outline().tokens();
    for (int token = 0; token < tokens.count(); token++) {
      if (tokens.is(token, Kind.DIRECTIVE)) {
        return;
      }
    }
    if (!isAccepted(file.path(), source)) {
      return;
    }
    functions++;
    for (int i = 0; i < TOKENS_PER_FUNCTION; i++) {
      int token = random.nextInt(tokens.count());
      if (!tokens.isHidden(token)) {
        int[] count = counts.computeIfAbsent(tokens.kind(token), key -> new int[2]);
        count[0]++;
        count[1] += isAccepted(file.path(), without(tokens, token)) ? 0 : 1;
      }
    }
  }

  /** A space instead of the token: its neighbours must not become one word. */
  private static Bytes without(CTokens tokens, int token) {
    Bytes source = tokens.source();
    return Bytes.concat(
        List.of(
            source.slice(0, tokens.start(token)),
            Bytes.utf8(" "),
            source.slice(tokens.end(token), source.length())));
  }

  private static boolean isAccepted(String path, Bytes source) {
    CFile file = CFile.of(path, source);
    List<External> externals = file.outline().externals();
    return externals.size() == 1
        && externals.get(0).what() == External.What.FUNCTION
        && file.readings(externals.get(0)).stream().allMatch(Reading.Tree.class::isInstance);
  }
}
