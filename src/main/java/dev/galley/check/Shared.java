package dev.galley.check;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What several checks of one review need and only one has to work out. Safe for several threads.
 */
public final class Shared {

  private final Map<Class<?>, Object> known = new ConcurrentHashMap<>();

  /** The review's one object of a type, made when it is first asked for. */
  public <T> T get(Class<T> type, Supplier<? extends T> maker) {
    return type.cast(known.computeIfAbsent(type, key -> maker.get()));
  }
}
