package dev.galley.kernelc.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arithmetic types of LP64 and the words that name them (C17 6.7.2). */
final class IntegerTypes {

  static final CType.Int BOOL = new CType.Int("_Bool", 1, false, 0);

  /** The kernel is built with -funsigned-char. */
  static final CType.Int CHAR = new CType.Int("char", 8, false, 1);

  static final CType.Int SIGNED_CHAR = new CType.Int("signed char", 8, true, 1);
  static final CType.Int UNSIGNED_CHAR = new CType.Int("unsigned char", 8, false, 1);
  static final CType.Int SHORT = new CType.Int("short", 16, true, 2);
  static final CType.Int UNSIGNED_SHORT = new CType.Int("unsigned short", 16, false, 2);
  static final CType.Int INT = new CType.Int("int", 32, true, 3);
  static final CType.Int UNSIGNED = new CType.Int("unsigned int", 32, false, 3);
  static final CType.Int LONG = new CType.Int("long", 64, true, 4);
  static final CType.Int UNSIGNED_LONG = new CType.Int("unsigned long", 64, false, 4);
  static final CType.Int LONG_LONG = new CType.Int("long long", 64, true, 5);
  static final CType.Int UNSIGNED_LONG_LONG = new CType.Int("unsigned long long", 64, false, 5);
  static final CType.Int INT128 = new CType.Int("__int128", 128, true, 6);
  static final CType.Int UNSIGNED_INT128 = new CType.Int("unsigned __int128", 128, false, 6);
  static final CType VOID = new CType.Void();
  static final CType VOID_POINTER = new CType.Pointer(VOID);

  /**
   * Names that mean the same in every kernel, for trees (patches without a base) that do not define
   * them.
   */
  private static final Map<String, CType> WELL_KNOWN = wellKnown();

  private IntegerTypes() {}

  private static Map<String, CType> wellKnown() {
    Map<String, CType> types = new HashMap<>();
    for (String prefix : List.of("", "__")) {
      types.put(prefix + "u8", UNSIGNED_CHAR);
      types.put(prefix + "s8", SIGNED_CHAR);
      types.put(prefix + "u16", UNSIGNED_SHORT);
      types.put(prefix + "s16", SHORT);
      types.put(prefix + "u32", UNSIGNED);
      types.put(prefix + "s32", INT);
      types.put(prefix + "u64", UNSIGNED_LONG_LONG);
      types.put(prefix + "s64", LONG_LONG);
    }
    types.put("uint8_t", UNSIGNED_CHAR);
    types.put("int8_t", SIGNED_CHAR);
    types.put("uint16_t", UNSIGNED_SHORT);
    types.put("int16_t", SHORT);
    types.put("uint32_t", UNSIGNED);
    types.put("int32_t", INT);
    types.put("bool", BOOL);
    types.put("size_t", UNSIGNED_LONG);
    types.put("ssize_t", LONG);
    types.put("uintptr_t", UNSIGNED_LONG);
    types.put("ptrdiff_t", LONG);
    types.put("gfp_t", UNSIGNED);
    types.put("va_list", new CType.Named("__builtin_va_list", VOID_POINTER));
    types.put("__builtin_va_list", VOID_POINTER);
    types.put("u128", UNSIGNED_INT128);
    types.put("s128", INT128);
    types.put("__int128_t", INT128);
    types.put("__uint128_t", UNSIGNED_INT128);
    return types;
  }

  /** A base type that every kernel has under this name, or the compiler. */
  static Optional<CType> wellKnown(String name) {
    boolean byCustom = !name.startsWith("__builtin") && !name.startsWith("__int128");
    return Optional.ofNullable(WELL_KNOWN.get(name))
        .map(type -> new CType.Named(name, type, byCustom && !name.equals("__uint128_t")));
  }

  /** The type that basic words name, in any order; empty where they name none. */
  static Optional<CType> fromWords(List<String> written) {
    List<String> words = new ArrayList<>();
    for (String word : written) {
      words.add(word.replace("_", "").equals("signed") ? "signed" : word);
    }
    boolean unsigned = words.remove("unsigned");
    boolean signed = words.remove("signed");
    int longs = 0;
    while (words.remove("long")) {
      longs++;
    }
    boolean shorter = words.remove("short");
    words.remove("int");
    String rest = words.isEmpty() ? "" : words.get(0);
    if (words.size() > 1) {
      return Optional.empty();
    }
    return switch (rest) {
      case "void" -> Optional.of(VOID);
      case "_Bool" -> Optional.of(BOOL);
      case "float" -> Optional.of(new CType.Floating("float"));
      case "double" -> Optional.of(new CType.Floating(longs > 0 ? "long double" : "double"));
      case "char" -> Optional.of(unsigned ? UNSIGNED_CHAR : signed ? SIGNED_CHAR : CHAR);
      case "__int128" -> Optional.of(unsigned ? UNSIGNED_INT128 : INT128);
      case "" -> Optional.of(integer(unsigned, shorter, longs));
      default -> Optional.empty();
    };
  }

  private static CType.Int integer(boolean unsigned, boolean shorter, int longs) {
    if (shorter) {
      return unsigned ? UNSIGNED_SHORT : SHORT;
    }
    return switch (longs) {
      case 0 -> unsigned ? UNSIGNED : INT;
      case 1 -> unsigned ? UNSIGNED_LONG : LONG;
      default -> unsigned ? UNSIGNED_LONG_LONG : LONG_LONG;
    };
  }

  /** The type of the same rank without a sign. */
  static CType.Int unsigned(CType.Int type) {
    return switch (type.rank()) {
      case 0 -> BOOL;
      case 1 -> UNSIGNED_CHAR;
      case 2 -> UNSIGNED_SHORT;
      case 3 -> UNSIGNED;
      case 4 -> UNSIGNED_LONG;
      case 5 -> UNSIGNED_LONG_LONG;
      default -> UNSIGNED_INT128;
    };
  }

  /** The type of the same rank with a sign; plain char stays. */
  static CType.Int signed(CType.Int type) {
    return switch (type.rank()) {
      case 0 -> BOOL;
      case 1 -> type.equals(CHAR) ? CHAR : SIGNED_CHAR;
      case 2 -> SHORT;
      case 3 -> INT;
      case 4 -> LONG;
      case 5 -> LONG_LONG;
      default -> INT128;
    };
  }

  /** GCC: {@code __attribute__((mode(DI)))} on an integer type. */
  static Optional<CType> mode(String mode, boolean signed) {
    return switch (mode.replace("_", "")) {
      case "QI", "byte" -> Optional.of(signed ? SIGNED_CHAR : UNSIGNED_CHAR);
      case "HI" -> Optional.of(signed ? SHORT : UNSIGNED_SHORT);
      case "SI" -> Optional.of(signed ? INT : UNSIGNED);
      case "DI", "word", "pointer" -> Optional.of(signed ? LONG : UNSIGNED_LONG);
      case "TI" -> Optional.of(signed ? INT128 : UNSIGNED_INT128);
      default -> Optional.empty();
    };
  }
}
