package dev.galley.mutants;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * One mistake in one place.
 *
 * @param place file and line, or what else tells it from the other mutants of its operator and
 *     patch
 * @param patch the patch that has the mistake
 * @param path the file that has it; empty where it is in the order of the patches
 * @param change was and is, for a reader
 * @param series the series with the mistake; empty where a later patch is in its way
 */
record Mutant(
    String place, int patch, String path, String change, Supplier<Optional<Sketch>> series) {}
