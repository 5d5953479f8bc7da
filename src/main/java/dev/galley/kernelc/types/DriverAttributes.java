package dev.galley.kernelc.types;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Name;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Variables whose name a macro pastes together: {@code DEVICE_ATTR_RW(mode)} declares {@code
 * dev_attr_mode}. The call must stand in the same file.
 */
enum DriverAttributes {
  DEVICE("dev_attr_", "device_attribute", "DEVICE_ATTR"),
  DRIVER("driver_attr_", "driver_attribute", "DRIVER_ATTR"),
  BUS("bus_attr_", "bus_attribute", "BUS_ATTR"),
  CLASS("class_attr_", "class_attribute", "CLASS_ATTR"),
  BINARY("bin_attr_", "bin_attribute", "BIN_ATTR");

  private final String prefix;
  private final String struct;
  private final Pattern macro;

  DriverAttributes(String prefix, String struct, String macro) {
    this.prefix = prefix;
    this.struct = struct;
    this.macro = Pattern.compile(macro + "(_(ADMIN_)?(RO|RW|WO))?(_SIZE)?");
  }

  /** The struct of such a variable with the call that declares it. */
  static Optional<Typed> typeOf(String name, Context context) {
    for (DriverAttributes each : values()) {
      if (name.startsWith(each.prefix)) {
        String suffix = name.substring(each.prefix.length());
        return each.call(suffix, context.file())
            .map(
                at ->
                    Typed.of(new CType.Record(false, each.struct, ""))
                        .and(
                            new Typed.Step(
                                "variable "
                                    + name
                                    + ": struct "
                                    + each.struct
                                    + " by the kernel's custom",
                                context.file().path(),
                                at)));
      }
    }
    return Optional.empty();
  }

  private Optional<Span> call(String suffix, CFile file) {
    List<Span> found = new ArrayList<>();
    for (External external : file.outline().externals()) {
      boolean may =
          external.what() == External.What.MACRO_CALL
              || external.what() == External.What.DECLARATION;
      if (may && external.span().length() < 2_000 && mentions(file, external, suffix)) {
        for (Reading reading : file.readings(external)) {
          if (reading instanceof Reading.Tree tree) {
            tree.unit()
                .walk(
                    node -> {
                      if (node instanceof Expr.Ident ident && ident.name().equals(suffix)) {
                        found.add(ident.span());
                      } else if (node instanceof Expr.TypeOperand operand) {
                        Exprs.word(operand)
                            .filter(word -> word.text().equals(suffix))
                            .map(Name::span)
                            .ifPresent(found::add);
                      }
                    });
          }
        }
      }
    }
    return found.stream().findFirst();
  }

  private boolean mentions(CFile file, External external, String suffix) {
    String text = file.bytes().slice(external.span().start(), external.span().end()).latin1();
    String start = text.startsWith("static") ? text.substring("static".length()).strip() : text;
    int open = start.indexOf('(');
    return open > 0
        && macro.matcher(start.substring(0, open).strip()).matches()
        && start.startsWith(suffix, skipBlanks(start, open + 1));
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
