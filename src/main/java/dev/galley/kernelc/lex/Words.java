package dev.galley.kernelc.lex;

import java.nio.charset.StandardCharsets;

/** The words of C and of GNU C, found by their octets without making a string. */
final class Words {

  private static final int SLOTS = 512;
  private static final byte[][] WORDS = new byte[SLOTS][];
  private static final byte[] KINDS = new byte[SLOTS];
  private static final int LONGEST = 14;

  static {
    put(Kind.IF, "if");
    put(Kind.ELSE, "else");
    put(Kind.WHILE, "while");
    put(Kind.DO, "do");
    put(Kind.FOR, "for");
    put(Kind.SWITCH, "switch");
    put(Kind.CASE, "case");
    put(Kind.DEFAULT, "default");
    put(Kind.BREAK, "break");
    put(Kind.CONTINUE, "continue");
    put(Kind.RETURN, "return");
    put(Kind.GOTO, "goto");
    put(Kind.STRUCT, "struct");
    put(Kind.UNION, "union");
    put(Kind.ENUM, "enum");
    put(Kind.TYPEDEF, "typedef");
    put(Kind.EXTERN, "extern");
    put(Kind.STATIC, "static");
    put(Kind.REGISTER, "register");
    put(Kind.INLINE, "inline", "__inline", "__inline__", "_Noreturn");
    put(Kind.THREAD_LOCAL, "_Thread_local", "__thread");
    put(Kind.CONST, "const", "__const", "__const__");
    put(Kind.VOLATILE, "volatile", "__volatile", "__volatile__");
    put(Kind.RESTRICT, "restrict", "__restrict", "__restrict__");
    put(Kind.BASIC_TYPE, "signed", "__signed", "__signed__", "unsigned", "char", "short", "int");
    put(Kind.BASIC_TYPE, "long", "float", "double", "void", "_Bool", "_Complex", "__int128");
    put(Kind.AUTO, "auto", "__auto_type");
    put(Kind.ATOMIC, "_Atomic");
    put(Kind.TYPEOF, "typeof", "__typeof", "__typeof__", "typeof_unqual");
    put(Kind.SIZEOF, "sizeof");
    put(Kind.ALIGNOF, "_Alignof", "__alignof", "__alignof__");
    put(Kind.ASM, "asm", "__asm", "__asm__", "asm_inline");
    put(Kind.ATTRIBUTE, "__attribute", "__attribute__");
    put(Kind.EXTENSION, "__extension__");
    put(Kind.STATIC_ASSERT, "_Static_assert", "static_assert");
    put(Kind.GENERIC, "_Generic");
    put(Kind.LABEL, "__label__");
  }

  private Words() {}

  private static void put(Kind kind, String... words) {
    for (String word : words) {
      byte[] octets = word.getBytes(StandardCharsets.US_ASCII);
      int slot = slot(octets, 0, octets.length);
      while (WORDS[slot] != null) {
        slot = (slot + 1) % SLOTS;
      }
      WORDS[slot] = octets;
      KINDS[slot] = kind.code();
    }
  }

  private static int slot(byte[] text, int from, int to) {
    int length = to - from;
    return (text[from] * 7 + text[from + 1] * 31 + text[to - 1] * 57 + length * 101) & (SLOTS - 1);
  }

  /** The code of the word's kind; that of {@link Kind#ID} where it is none of C's words. */
  static byte kind(byte[] text, int from, int to) {
    int length = to - from;
    if (length >= 2 && length <= LONGEST && (text[from] >= 'a' || text[from] == '_')) {
      int slot = slot(text, from, to);
      while (WORDS[slot] != null) {
        if (same(WORDS[slot], text, from, length)) {
          return KINDS[slot];
        }
        slot = (slot + 1) & (SLOTS - 1);
      }
    }
    return Kind.ID.code();
  }

  private static boolean same(byte[] word, byte[] text, int from, int length) {
    if (word.length != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (word[i] != text[from + i]) {
        return false;
      }
    }
    return true;
  }
}
