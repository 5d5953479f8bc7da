package dev.galley.check.convert;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Constants and macros of the kernel that every reader knows, by name. */
final class KnownValues {

  private static final Map<String, Long> CONSTANTS = constants();

  private KnownValues() {}

  static OptionalLong constant(String name) {
    Long value = CONSTANTS.get(name);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static Map<String, Long> constants() {
    Map<String, Long> known = new HashMap<>();
    String[] units = {"", "K", "M", "G"};
    for (int bit = 0; bit < 40; bit++) {
      known.put("SZ_" + (1L << (bit % 10)) + units[bit / 10], 1L << bit);
    }
    known.put("U8_MAX", 0xffL);
    known.put("U16_MAX", 0xffffL);
    known.put("U32_MAX", 0xffffffffL);
    known.put("true", 1L);
    known.put("false", 0L);
    known.put("NULL", 0L);
    try (InputStream in = KnownValues.class.getResourceAsStream("fields.txt")) {
      if (in == null) {
        throw new IllegalStateException("fields.txt is not in the program");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 2))
          .forEach(pair -> known.put(pair[0], Long.decode(pair[1])));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return Map.copyOf(known);
  }

  /** The value of a macro for arguments; empty for a macro that is not known, or has no value. */
  static Optional<OptionalLong> macro(String name, List<Long> a) {
    return switch (name + "/" + a.size()) {
      case "BIT/1", "BIT_ULL/1", "BIT_MASK/1" -> value(shift(1, a.get(0)));
      case "GENMASK/2", "GENMASK_ULL/2", "GENMASK_U32/2", "GENMASK_U16/2", "GENMASK_U8/2" ->
          value(mask(a.get(0), a.get(1)));
      case "DMA_BIT_MASK/1" ->
          value(a.get(0) == 64 ? OptionalLong.of(-1) : minusOne(shift(1, a.get(0))));
      case "FIELD_GET/2" ->
          value(a.get(0) == 0 ? OptionalLong.empty() : OptionalLong.of(get(a.get(0), a.get(1))));
      case "FIELD_PREP/2", "FIELD_PREP_CONST/2" ->
          value(a.get(0) == 0 ? OptionalLong.empty() : OptionalLong.of(prep(a.get(0), a.get(1))));
      case "FIELD_MAX/1" ->
          value(a.get(0) == 0 ? OptionalLong.empty() : OptionalLong.of(get(a.get(0), a.get(0))));
      case "ALIGN/2", "round_up/2", "roundup/2" -> value(up(a.get(0), a.get(1)));
      case "ALIGN_DOWN/2", "round_down/2", "rounddown/2" -> value(down(a.get(0), a.get(1)));
      case "IS_ALIGNED/2" ->
          value(
              a.get(1) <= 0
                  ? OptionalLong.empty()
                  : OptionalLong.of(a.get(0) % a.get(1) == 0 ? 1 : 0));
      case "DIV_ROUND_UP/2" ->
          value(
              a.get(1) <= 0
                  ? OptionalLong.empty()
                  : OptionalLong.of((a.get(0) + a.get(1) - 1) / a.get(1)));
      case "min/2" -> value(OptionalLong.of(Math.min(a.get(0), a.get(1))));
      case "max/2" -> value(OptionalLong.of(Math.max(a.get(0), a.get(1))));
      case "upper_32_bits/1" -> value(OptionalLong.of(a.get(0) >>> 32));
      case "lower_32_bits/1" -> value(OptionalLong.of(a.get(0) & 0xffffffffL));
      case "PCI_SLOT/1" -> value(OptionalLong.of((a.get(0) >> 3) & 0x1f));
      case "PCI_FUNC/1" -> value(OptionalLong.of(a.get(0) & 7));
      case "PCI_DEVFN/2" -> value(OptionalLong.of(((a.get(0) & 0x1f) << 3) | (a.get(1) & 7)));
      case "PCI_DEVID/2" -> value(OptionalLong.of((a.get(0) << 8) | a.get(1)));
      case "PCI_BUS_NUM/1" -> value(OptionalLong.of((a.get(0) >> 8) & 0xff));
      case "PCI_CONF1_ADDRESS/4" -> value(OptionalLong.of(conf1(a)));
      case "PCI_CONF1_EXT_ADDRESS/4" ->
          value(OptionalLong.of(conf1(a) | ((a.get(3) & 0xf00) << 16)));
      default -> Optional.empty();
    };
  }

  /** A configuration address of mechanism 1: enable, bus, device, function, register by dwords. */
  private static long conf1(List<Long> a) {
    return (1L << 31)
        | ((a.get(0) & 0xff) << 16)
        | ((a.get(1) & 0x1f) << 11)
        | ((a.get(2) & 7) << 8)
        | (a.get(3) & 0xfc);
  }

  private static Optional<OptionalLong> value(OptionalLong value) {
    return Optional.of(value);
  }

  private static OptionalLong shift(long value, long by) {
    return by < 0 || by > 62 ? OptionalLong.empty() : OptionalLong.of(value << by);
  }

  private static OptionalLong minusOne(OptionalLong value) {
    return value.isPresent() ? OptionalLong.of(value.getAsLong() - 1) : value;
  }

  private static OptionalLong mask(long high, long low) {
    boolean fits = low >= 0 && high >= low && high < 63;
    return fits ? OptionalLong.of((1L << (high + 1)) - (1L << low)) : OptionalLong.empty();
  }

  static long get(long mask, long value) {
    return (value & mask) >>> Long.numberOfTrailingZeros(mask);
  }

  /** Whether a value has no bits outside of a field, once it is shifted there. */
  static boolean fits(long mask, long value) {
    return value >= 0 && value <= get(mask, mask);
  }

  private static long prep(long mask, long value) {
    return (value << Long.numberOfTrailingZeros(mask)) & mask;
  }

  private static OptionalLong up(long value, long to) {
    return to <= 0 || value < 0
        ? OptionalLong.empty()
        : OptionalLong.of((value + to - 1) / to * to);
  }

  private static OptionalLong down(long value, long to) {
    return to <= 0 || value < 0 ? OptionalLong.empty() : OptionalLong.of(value / to * to);
  }
}
