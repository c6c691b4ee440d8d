/**
 * Finds what somebody names in a few words: rules, rate tables, campaigns and tiers of the draft,
 * revisions, and members.
 *
 * <p>Way in: {@link dev.laurel.engine.finder.Finder}. It asks the rooms that keep these things, and
 * they decide who may know of them. Knows no screen: where something is shown is said by its place.
 */
@NullMarked
package dev.laurel.engine.finder;

import org.jspecify.annotations.NullMarked;
