/**
 * The page on which segments are read and changed as sentences, with how many members they have.
 */
@NullMarked
package dev.laurel.ui.studio.segments;

import org.jspecify.annotations.NullMarked;
