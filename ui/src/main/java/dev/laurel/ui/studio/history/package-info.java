/**
 * The page about what people did: verified or not first, then who did what, when, why, and what
 * came of it.
 */
@NullMarked
package dev.laurel.ui.studio.history;

import org.jspecify.annotations.NullMarked;
