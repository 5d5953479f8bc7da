package dev.galley.kernelc.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Function headers that a macro makes from a name and pairs of type and parameter. */
public final class HeaderMacro {

  /** The families whose arguments are: name, then type and name in turn. */
  private static final Pattern PAIRING =
      Pattern.compile(
          "(COMPAT_)?(SYSCALL|SYSCALL32)_DEFINE[0-9]|BPF_CALL_[0-9]|NOTRACE_BPF_CALL_[0-9]");

  private HeaderMacro() {}

  /**
   * A parameter of such a header.
   *
   * @param type a {@link Expr.TypeOperand}, or an {@link Expr.Ident} that is a typedef's name
   */
  public record Pair(Expr type, Name name) {}

  /** Whether a macro's arguments are such pairs. */
  public static boolean pairs(String macro) {
    return PAIRING.matcher(macro).matches();
  }

  static Optional<Name> functionName(Expr.Call header) {
    return header.arguments().isEmpty() ? Optional.empty() : word(header.arguments().get(0));
  }

  static List<Pair> parameters(Expr.Call header) {
    if (header.name().filter(HeaderMacro::pairs).isEmpty()) {
      return List.of();
    }
    List<Pair> pairs = new ArrayList<>();
    List<Expr> arguments = header.arguments();
    for (int i = 1; i + 1 < arguments.size(); i += 2) {
      Expr type = arguments.get(i);
      word(arguments.get(i + 1)).ifPresent(name -> pairs.add(new Pair(type, name)));
    }
    return pairs;
  }

  /** The word that an argument is; a position pass may have taken it for a type. */
  private static Optional<Name> word(Expr argument) {
    if (argument instanceof Expr.Ident ident) {
      return Optional.of(new Name(ident.name(), ident.span()));
    }
    if (argument instanceof Expr.TypeOperand operand
        && operand.declared().isEmpty()
        && operand.type().specifiers().types().size() == 1
        && operand.type().specifiers().types().get(0) instanceof TypeSyntax.Named named
        && named.span().equals(operand.span())) {
      return Optional.of(new Name(named.name(), named.span()));
    }
    return Optional.empty();
  }
}
