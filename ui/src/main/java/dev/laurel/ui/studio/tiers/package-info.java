/**
 * The page on which the ladders of a programme are seen and changed: the picture is the editor, and
 * beside it stands what each change would do to members.
 */
@NullMarked
package dev.laurel.ui.studio.tiers;

import org.jspecify.annotations.NullMarked;
