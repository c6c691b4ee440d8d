/**
 * What differs between two packs, construct by construct: added, removed, changed, moved.
 *
 * <p>Way in: {@link dev.laurel.rules.diff.Differences}. Whatever differs in the canonical form is
 * told, also where no sentence says it; what there is to say is handed out as passages of {@link
 * dev.laurel.rules.sentence}, in no language yet. Decides nothing about what a change does.
 */
@NullMarked
package dev.laurel.rules.diff;

import org.jspecify.annotations.NullMarked;
