package dev.galley.planted.mail.internal;

/** Nobody's business but mail's. */
public record Hidden(int depth) {}
