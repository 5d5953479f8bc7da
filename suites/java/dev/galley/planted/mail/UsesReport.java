package dev.galley.planted.mail;

import dev.galley.planted.report.Prints;

/** Against the flow. */
record UsesReport(Prints report) {}
