package dev.galley.planted;

/** A class in no package of the table. */
final class Homeless {}
