package dev.galley.convert;

import java.util.Objects;

/** What became of a place where a rule's left side stands. */
public sealed interface Fate {

  /** A word for people and programs. */
  String label();

  /** A patch put the helper there. */
  record Converted(int patch, String helper) implements Fate {
    public Converted {
      Objects.requireNonNull(helper);
    }

    @Override
    public String label() {
      return "converted";
    }
  }

  /** It stays, and there is evidence that it should not. */
  record Missed() implements Fate {
    @Override
    public String label() {
      return "left with evidence";
    }
  }

  /** It stays, and nothing says that it should not. */
  record Generic() implements Fate {
    @Override
    public String label() {
      return "left as generic";
    }
  }

  /** It stays, as the series' words say. */
  record Exempt(Said said) implements Fate {
    public Exempt {
      Objects.requireNonNull(said);
    }

    @Override
    public String label() {
      return "exempt";
    }
  }

  /** It is no read: a declaration, a write, an initialiser, an address taken. */
  record NoRead() implements Fate {
    @Override
    public String label() {
      return "no read";
    }
  }

  /** The body of a helper that reads it. */
  record HelperBody(String helper) implements Fate {
    public HelperBody {
      Objects.requireNonNull(helper);
    }

    @Override
    public String label() {
      return "helper's body";
    }
  }

  /** The body of a macro of which the series makes another that uses the helper. */
  record BaseMacro(String macro, String wrapper) implements Fate {
    public BaseMacro {
      Objects.requireNonNull(macro);
      Objects.requireNonNull(wrapper);
    }

    @Override
    public String label() {
      return "base macro";
    }
  }

  /** A patch takes it away without putting the helper there. */
  record Removed(int patch) implements Fate {
    @Override
    public String label() {
      return "removed";
    }
  }

  /** Its type is not known, or it stands in code that does not parse. */
  record Unknown(String reason) implements Fate {
    public Unknown {
      Objects.requireNonNull(reason);
    }

    @Override
    public String label() {
      return "type unknown";
    }
  }
}
