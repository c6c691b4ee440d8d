/**
 * The page on which a draft becomes a revision: what changed, said in sentences, exactly which
 * digest is approved, by whom, and from when on it counts.
 */
@NullMarked
package dev.laurel.ui.studio.review;

import org.jspecify.annotations.NullMarked;
