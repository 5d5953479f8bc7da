package dev.galley.kernelc.symbols;

import dev.galley.kernelc.symbols.Hashes.Space;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Sees which names a file may define, from its words and signs alone: rather one too many than one
 * too few.
 *
 * <p>A tag stands between {@code struct} and a brace; an enumerator at the start of an enum's list
 * or after a comma; any other name outside of braces before {@code ( ; = , [} or attributes, or in
 * {@code (*name)}.
 */
final class DeclarationWatch {

  private static final int STRUCT = Hashes.of("struct");
  private static final int UNION = Hashes.of("union");
  private static final int ENUM = Hashes.of("enum");
  private static final int ASM = Hashes.of("asm");
  private static final char WORD = 'w';
  private static final char LITERAL = '"';
  private static final int NONE = -1;
  private static final int TAGS = 8;

  /** How many brackets are open, at the begin of a group and after its first branch. */
  private static final class Saved {
    private final int braces;
    private final int parens;
    private int bracesAfter = NONE;
    private int parensAfter;
    private boolean isDead;

    Saved(int braces, int parens, boolean isDead) {
      this.braces = braces;
      this.parens = parens;
      this.isDead = isDead;
    }
  }

  private final NameSet names;
  private final Deque<Saved> groups = new ArrayDeque<>();
  private final int[] tags = new int[TAGS];
  private int tagCount = NONE;
  private boolean tagIsEnum;
  private int braces;
  private int parens;
  private int enumBraces = NONE;
  private int enumParens;
  private char before = ';';
  private int last;
  private boolean lastIsReserved;
  private int attributed;
  private boolean hasAttributed;
  private int inDeclaration;
  private boolean inInitialiser;
  private boolean isData;
  private boolean pointerInParens;
  private int wordsInParens;
  private boolean hasCalled;
  private int called;

  DeclarationWatch(NameSet names) {
    this.names = names;
  }

  /** An identifier or keyword. */
  void word(int hash, boolean isReserved) {
    defineCalled(true);
    if (hash == STRUCT || hash == UNION || hash == ENUM) {
      tagCount = 0;
      tagIsEnum = hash == ENUM;
    } else if (tagCount != NONE) {
      tags[Math.min(tagCount, TAGS - 1)] = hash;
      tagCount = Math.min(tagCount + 1, TAGS);
    }
    if (enumBraces == braces && enumParens == parens && (before == '{' || before == ',')) {
      define(Space.ORDINARY, hash);
    }
    if (braces == 0) {
      outside(hash, isReserved);
    }
    before = WORD;
    last = hash;
    lastIsReserved = isReserved;
  }

  private void outside(int hash, boolean isReserved) {
    if (parens == 0) {
      if (before == WORD && (isReserved || hash == ASM)) {
        if (!hasAttributed) {
          attributed = last;
          hasAttributed = true;
        }
      } else {
        hasAttributed = false;
      }
      inDeclaration += inDeclaration < 2 ? 1 : 0;
    } else {
      wordsInParens++;
      if (pointerInParens && (before == '*' || before == WORD)) {
        define(Space.ORDINARY, hash);
      }
    }
  }

  void literal() {
    defineCalled(true);
    before = LITERAL;
  }

  /**
   * Any other octet.
   *
   * @param atLineStart whether it stands in column 0
   */
  void sign(byte octet, boolean atLineStart) {
    defineCalled(octet != '*' && octet != '(');
    switch (octet) {
      case '{' -> openBrace();
      case '}' -> closeBrace(atLineStart);
      case '(' -> openParen();
      case ')' -> closeParen();
      case ';' -> {
        end();
        if (braces == 0) {
          parens = 0;
          inDeclaration = 0;
        }
        inInitialiser &= braces > 0;
        tagCount = NONE;
      }
      case ',' -> {
        end();
        inInitialiser &= braces > 0;
        tagCount = NONE;
      }
      case '=' -> {
        end();
        inInitialiser |= braces == 0 && parens == 0;
        tagCount = NONE;
      }
      case '[' -> {
        end();
        tagCount = NONE;
      }
      case '*' -> {
        boolean opensPointer = before == '(' || (before == WORD && lastIsReserved);
        pointerInParens |= braces == 0 && parens == 1 && opensPointer;
        wordsInParens = 2;
        hasAttributed = false;
        tagCount = NONE;
      }
      default -> {
        // Operators and strays.
      }
    }
    before = (char) octet;
  }

  /** The word before a parenthesis is the name, unless a pointer's or a bracketed name follows. */
  private void defineCalled(boolean isName) {
    if (hasCalled && isName) {
      define(Space.ORDINARY, called);
    }
    hasCalled = false;
  }

  /** What ends a declarator: the word before it was the name, or stands before its attributes. */
  private void end() {
    if (braces == 0 && parens == 0 && !inInitialiser) {
      if (before == WORD) {
        define(Space.ORDINARY, last);
      }
      if (hasAttributed) {
        define(Space.ORDINARY, attributed);
      }
      hasAttributed = false;
    }
  }

  private void openBrace() {
    boolean isAggregate = tagCount != NONE;
    for (int i = 0; i < tagCount; i++) {
      define(Space.TAG, tags[i]);
    }
    if (braces == 0) {
      isData = isAggregate || inInitialiser;
      hasAttributed = false;
    }
    // The braces of extern "C" are no block; the one that closes them is one too many.
    if (before != LITERAL) {
      braces++;
    }
    if (isAggregate && tagIsEnum) {
      enumBraces = braces;
      enumParens = parens;
    }
    tagCount = NONE;
  }

  private void closeBrace(boolean atLineStart) {
    braces = atLineStart ? 0 : Math.max(0, braces - 1);
    if (atLineStart) {
      parens = 0;
    }
    if (braces < enumBraces) {
      enumBraces = NONE;
    }
    if (braces == 0 && parens == 0) {
      inDeclaration = isData ? 1 : 0;
      inInitialiser &= isData;
    }
    tagCount = NONE;
  }

  private void openParen() {
    if (braces == 0 && parens == 0) {
      hasCalled = before == WORD && inDeclaration > 1 && !inInitialiser;
      called = last;
      pointerInParens = false;
      wordsInParens = 0;
    }
    if (before != WORD || !lastIsReserved) {
      tagCount = before == '(' ? tagCount : NONE;
    }
    parens++;
  }

  private void closeParen() {
    boolean isAlone = wordsInParens == 1 && before == WORD;
    if (braces == 0 && parens == 1 && isAlone && !inInitialiser) {
      // int (name)(void) and DEFINE_MUTEX(name).
      define(Space.ORDINARY, last);
    }
    parens = Math.max(0, parens - 1);
  }

  void open(boolean isDead) {
    groups.push(new Saved(braces, parens, isDead));
  }

  void next() {
    Saved group = groups.peek();
    if (group != null) {
      keepFirst(group);
      braces = group.braces;
      parens = group.parens;
    }
  }

  private void keepFirst(Saved group) {
    if (group.isDead) {
      group.isDead = false;
    } else if (group.bracesAfter == NONE) {
      group.bracesAfter = braces;
      group.parensAfter = parens;
    }
  }

  void close() {
    Saved group = groups.poll();
    if (group != null) {
      if (group.isDead) {
        braces = group.braces;
        parens = group.parens;
      } else if (group.bracesAfter != NONE) {
        braces = group.bracesAfter;
        parens = group.parensAfter;
      }
    }
  }

  private void define(Space space, int hash) {
    names.add(Hashes.definition(space, hash));
  }
}
