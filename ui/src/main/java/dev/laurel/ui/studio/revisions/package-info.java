/**
 * The page of the revisions: what each one said and changed, taking one away as a pack, making one
 * the draft again, and bringing a pack in.
 */
@NullMarked
package dev.laurel.ui.studio.revisions;

import org.jspecify.annotations.NullMarked;
