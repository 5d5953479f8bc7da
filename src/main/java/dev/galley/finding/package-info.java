/** What a review has to say: findings, their places, facts and severities. */
@NullMarked
package dev.galley.finding;

import org.jspecify.annotations.NullMarked;
