package dev.galley.check;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What several checks of one review need and only one has to work out. Safe for several threads; a
 * maker may ask for what others make.
 */
public final class Shared {

  private final Map<Class<?>, Held> known = new ConcurrentHashMap<>();

  /** One object, made by the first who asks. */
  private static final class Held {
    private @Nullable Object value;

    synchronized Optional<Object> made() {
      return Optional.ofNullable(value);
    }

    synchronized Object get(Supplier<?> maker) {
      Object made = value;
      if (made == null) {
        made = maker.get();
        value = made;
      }
      return made;
    }
  }

  /** The review's object of a type, where somebody has made it. */
  public <T> Optional<T> find(Class<T> type) {
    return Optional.ofNullable(known.get(type)).flatMap(Held::made).map(type::cast);
  }

  /** The review's one object of a type, made when it is first asked for. */
  public <T> T get(Class<T> type, Supplier<? extends T> maker) {
    return type.cast(known.computeIfAbsent(type, key -> new Held()).get(maker));
  }
}
