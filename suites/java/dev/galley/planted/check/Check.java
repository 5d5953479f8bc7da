package dev.galley.planted.check;

/** Stands for the real one. */
interface Check {}
