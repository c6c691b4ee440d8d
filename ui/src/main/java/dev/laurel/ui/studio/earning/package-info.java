/** The page on which earning rules are read and changed as sentences, and rate tables as grids. */
@NullMarked
package dev.laurel.ui.studio.earning;

import org.jspecify.annotations.NullMarked;
