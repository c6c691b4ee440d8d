/**
 * The frame around every page, and the parts that pages are built of.
 *
 * <p>Holds navigation, the strip, light and dark, both languages, icons and the ways in which
 * numbers, days and sentences are written. Pages know it; it knows no page.
 */
@NullMarked
package dev.laurel.ui.studio.frame;

import org.jspecify.annotations.NullMarked;
