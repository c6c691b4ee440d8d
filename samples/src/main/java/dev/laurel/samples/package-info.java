/** Whole programmes as rule packs, and tests that run them. */
@NullMarked
package dev.laurel.samples;

import org.jspecify.annotations.NullMarked;
