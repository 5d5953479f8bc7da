package dev.galley.search;

/**
 * A place whose words are those of the pattern, of which nobody can say whether it is a site.
 *
 * @param site the place; its evidence is empty
 * @param reason what is not known
 */
public record Doubt(Site site, String reason) {}
