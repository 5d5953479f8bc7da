package dev.galley.planted.text;

import dev.galley.planted.mail.Letter;

/** The lowest package uses a higher one, which uses it: also a cycle. */
public record UsesMail(Letter letter) {}
