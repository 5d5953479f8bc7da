package dev.galley.planted.mail;

import dev.galley.planted.text.UsesMail;
import java.util.List;

/** A class that others break rules with. */
public record Letter(List<UsesMail> lines) {}
