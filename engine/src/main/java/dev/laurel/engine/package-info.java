/** Decides what an event earns, by a published revision of a rule pack. */
@NullMarked
package dev.laurel.engine;

import org.jspecify.annotations.NullMarked;
