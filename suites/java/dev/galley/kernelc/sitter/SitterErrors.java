package dev.galley.kernelc.sitter;

import dev.galley.kernelc.sitter.SitterTree.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What tree-sitter is known to read wrongly without telling: each shape of its tree with the reason
 * why it is an error, read by eye in kernel code. A difference that lies in none is ours to
 * explain.
 */
public enum SitterErrors {
  CAST_AS_CALL("(u32)(x >> 32) is a cast: it knows no type names", true) {
    @Override
    boolean is(Node node, Node parent, String text) {
      return node.type().equals("call_expression")
          && node.child("function").filter(callee -> isTypeInBrackets(callee, text)).isPresent();
    }
  },
  CAST_OF_MEMBER("(u64)(x + 1)->y is a cast of the member", false) {
    @Override
    boolean is(Node node, Node parent, String text) {
      return node.type().equals("field_expression")
          && node.child("argument").filter(of -> CAST_AS_CALL.is(of, node, text)).isPresent();
    }
  },
  SIGN_AS_OPERATOR("(u64)-1, (u32)*p and (u32)&x are casts of an operand with its sign", false) {
    @Override
    boolean is(Node node, Node parent, String text) {
      return node.type().equals("binary_expression")
          && node.child("left").filter(left -> isCasts(left, text)).isPresent()
          && node.child("operator").filter(sign -> "-+*&".contains(sign.type())).isPresent();
    }
  },
  OPERATOR_AS_SIGN("(offset) + (x) * y is a sum: the word in brackets is a variable", false) {
    @Override
    boolean is(Node node, Node parent, String text) {
      return node.type().equals("cast_expression")
          && node.child("type").filter(type -> !isType(textOf(type, text))).isPresent()
          && node.child("value").filter(value -> isSigned(value, text)).isPresent();
    }
  },
  NOT_BEFORE_POSTFIX("!x++ is !(x++)", false) {
    @Override
    boolean is(Node node, Node parent, String text) {
      return node.type().equals("update_expression")
          && node.child("argument").filter(of -> of.type().equals("unary_expression")).isPresent()
          && node.child("operator").filter(op -> op.start() > node.start()).isPresent();
    }
  },
  MACRO_AS_TYPE(
      "a macro call, then a statement on the next line, or a call with types for arguments: it reads"
          + " a declaration whose type is the macro",
      false) {
    @Override
    boolean is(Node node, Node parent, String text) {
      if (node.type().equals("macro_type_specifier")) {
        return !parent.type().endsWith("declaration");
      }
      // TYPE(x) *p = y; is a declaration indeed.
      return node.type().endsWith("declaration")
          && node.children().stream().anyMatch(of -> of.type().equals("macro_type_specifier"))
          && node.child("declarator").filter(SitterErrors::isPointer).isEmpty();
    }
  },
  MACRO_AS_FUNCTION("EXPECT_TRUE(x) { } in a function is a macro and its block", false) {
    @Override
    boolean is(Node node, Node parent, String text) {
      return parent.type().equals("function_definition")
          && isNested(parent, text)
          && node.field().equals("declarator");
    }
  },
  MACRO_AS_DECLARATOR(
      "static DEFINE_MUTEX(m) and X(flags) = { } do not declare m in brackets", false) {
    @Override
    boolean is(Node node, Node parent, String text) {
      return node.type().equals("declaration")
          && node.children().stream().anyMatch(SitterErrors::isNameInBrackets);
    }
  },
  ATTRIBUTE_AS_CALL("__releases(x) after a header is no call", true) {
    @Override
    boolean is(Node node, Node parent, String text) {
      return node.type().equals("call_expression") && parent.type().equals("function_declarator");
    }
  },
  ATTRIBUTE_AS_DECLARATOR("__free(x) and __packed are attributes of what is declared", false) {
    @Override
    boolean is(Node node, Node parent, String text) {
      return node.type().equals("declaration")
          && node.children().stream()
              .anyMatch(part -> ATTRIBUTE.matcher(textOf(part, text)).lookingAt());
    }
  },
  TYPEOF_AS_CALL("typeof(x) is a type", true) {
    @Override
    boolean is(Node node, Node parent, String text) {
      return node.type().equals("call_expression")
          && node.child("function")
              .filter(callee -> textOf(callee, text).matches("(__)?typeof(__)?"))
              .isPresent();
    }
  },
  TYPEOF_AS_OPERAND("typeof(f) *p; is no product", false) {
    @Override
    boolean is(Node node, Node parent, String text) {
      return node.type().equals("binary_expression") && textOf(node, text).startsWith("typeof(");
    }
  },
  NAME_IN_BRACKETS("int (f)(void) as a parameter declares f", false) {
    @Override
    boolean is(Node node, Node parent, String text) {
      return node.type().equals("parameter_declaration")
          && node.child("declarator")
              .filter(of -> of.type().equals("abstract_function_declarator"))
              .isPresent();
    }
  },
  TYPE_AS_EXPRESSION("u64[2] is a type, u32(*p)[2] a declaration", false) {
    @Override
    boolean is(Node node, Node parent, String text) {
      return startsWithType(node, text)
          || (node.type().equals("assignment_expression")
              && node.child("left").filter(of -> startsWithType(of, text)).isPresent());
    }
  },
  RETURN_AS_NAME("return -EINVAL as a macro's argument is no difference", false) {
    @Override
    boolean is(Node node, Node parent, String text) {
      boolean isMinus =
          node.type().equals("binary_expression")
              && node.child("left").filter(left -> textOf(left, text).equals("return")).isPresent();
      return isMinus || (node.type().equals("identifier") && textOf(node, text).equals("return"));
    }
  },
  STRING_AS_CALLEE("\"lock \" __ASM_SIZE(bts) is a string: a macro stands in it", false) {
    @Override
    boolean is(Node node, Node parent, String text) {
      return node.type().equals("call_expression")
          && node.child("function")
              .filter(callee -> callee.type().equals("concatenated_string"))
              .isPresent();
    }
  },
  SIZEOF_OF_CAST("sizeof(struct x) - 4 is a difference", false) {
    @Override
    boolean is(Node node, Node parent, String text) {
      return node.type().equals("sizeof_expression")
          && node.child("value").filter(of -> of.type().equals("cast_expression")).isPresent();
    }
  },
  MACRO_BEFORE_SIGN("an iterator, then ++(*x); or *x = y; on the next line", false) {
    @Override
    boolean is(Node node, Node parent, String text) {
      boolean isCalled =
          node.type().equals("call_expression")
              && node.child("function")
                  .filter(callee -> callee.type().equals("update_expression"))
                  .isPresent();
      boolean isProduct =
          node.type().equals("binary_expression")
              && parent.type().equals("expression_statement")
              && node.child("left").filter(of -> of.type().equals("call_expression")).isPresent()
              && textOf(node, text).matches("(?s)[^;]*\\)\\s*\n\\s*\\*.*");
      boolean isCallOfCall =
          node.type().equals("call_expression")
              && textOf(node, text).matches("(?s)\\w+\\([^;]*\\)\\s*\n\\s*\\(\\*\\w+\\)");
      return isCalled || isProduct || isCallOfCall;
    }
  },
  LABEL_ADDRESS("&&label is one operator", false) {
    @Override
    boolean is(Node node, Node parent, String text) {
      return node.type().equals("pointer_expression")
          && text.startsWith("&&", node.start())
          && node.child("argument").filter(of -> of.start() == node.start() + 1).isPresent();
    }
  };

  private static final Pattern TYPE =
      Pattern.compile(
          "(__)?[su](8|16|32|64)|[SU](8|16|32|64)|(__)?[bl]e(16|32|64)|\\w+_t|BYTE|uint|ulong|ushort"
              + "|uchar|u_char|u_int|u_long|u_short|acpi_physical_address");
  private static final Pattern ATTRIBUTE = Pattern.compile("__(free|packed|aligned|cleanup)\\b");

  private final String reason;
  private final boolean isExact;

  SitterErrors(String reason, boolean isExact) {
    this.reason = reason;
    this.isExact = isExact;
  }

  /** Why it is an error. */
  public String reason() {
    return reason;
  }

  abstract boolean is(Node node, Node parent, String text);

  /**
   * Where an error lies.
   *
   * @param start first octet in the file
   * @param end one past the last
   */
  record Place(SitterErrors error, int start, int end) {

    /** Whether a difference comes from it. */
    boolean explains(Fact fact) {
      return error.isExact
          ? fact.start() == start && fact.end() == end
          : fact.start() < end && start < fact.end();
    }
  }

  /** All errors in a tree. */
  static List<Place> in(Node root, String text, int base) {
    List<Place> places = new ArrayList<>();
    Deque<Node> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Node parent = open.pop();
      for (Node node : parent.children()) {
        for (SitterErrors error : values()) {
          if (error.is(node, parent, text)) {
            places.add(new Place(error, base + node.start(), base + node.end()));
          }
        }
        open.push(node);
      }
    }
    return places;
  }

  private static String textOf(Node node, String text) {
    return text.substring(node.start(), node.end());
  }

  private static boolean isType(String word) {
    return TYPE.matcher(word).matches();
  }

  private static boolean isTypeInBrackets(Node node, String text) {
    String inside = textOf(node, text);
    return node.type().equals("parenthesized_expression")
        && isType(inside.substring(1, inside.length() - 1).strip());
  }

  /** {@code (u64)}, or one after the other. */
  private static boolean isCasts(Node node, String text) {
    String[] words = textOf(node, text).split("[()\\s]+");
    return textOf(node, text).matches("[()\\w\\s]+\\)")
        && Arrays.stream(words).skip(1).allMatch(SitterErrors::isType)
        && words.length > 1;
  }

  private static boolean isSigned(Node value, String text) {
    return (value.type().equals("unary_expression") || value.type().equals("pointer_expression"))
        && "+-*&".indexOf(text.charAt(value.start())) >= 0;
  }

  private static boolean startsWithType(Node node, String text) {
    String word = textOf(node, text).split("\\W", 2)[0];
    return node.type().equals("subscript_expression") && isType(word);
  }

  private static boolean isNested(Node definition, String text) {
    return definition.start() > 0 && text.lastIndexOf('{', definition.start() - 1) >= 0;
  }

  private static boolean isPointer(Node declarator) {
    return declarator.type().equals("pointer_declarator")
        || declarator.child("declarator").filter(SitterErrors::isPointer).isPresent();
  }

  private static boolean isNameInBrackets(Node node) {
    Optional<Node> inner =
        node.type().equals("init_declarator") ? node.child("declarator") : Optional.of(node);
    return inner.filter(of -> of.type().equals("parenthesized_declarator")).isPresent();
  }
}
