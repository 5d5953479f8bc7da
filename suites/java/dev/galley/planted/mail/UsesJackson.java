package dev.galley.planted.mail;

import com.fasterxml.jackson.databind.JsonNode;

/** A library's type outside of internal. */
record UsesJackson(JsonNode node) {}
