/**
 * The page on which benefits are read and changed as sentences, by tier, with what became of them.
 */
@NullMarked
package dev.laurel.ui.studio.benefits;

import org.jspecify.annotations.NullMarked;
