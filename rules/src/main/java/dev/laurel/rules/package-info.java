/** The rule language: what a rule pack says. Knows nothing of engines, stores and screens. */
@NullMarked
package dev.laurel.rules;

import org.jspecify.annotations.NullMarked;
