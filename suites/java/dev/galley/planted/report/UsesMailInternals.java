package dev.galley.planted.report;

import dev.galley.planted.mail.internal.Hidden;

/** Looks behind the wall. */
record UsesMailInternals(Hidden hidden) {}
