/**
 * Rows of a file become events: JSON Lines of events or of members, or any delimited text, text in
 * columns of white space and JSON through a {@link dev.laurel.rules.language.Mapping}.
 *
 * <p>Way in: {@link dev.laurel.engine.intake.Intake}, which gives batches of rows and says of every
 * row what became of it. Knows events, mappings and encodings; knows neither members' states nor
 * what an event earns.
 */
@NullMarked
package dev.laurel.engine.intake;

import org.jspecify.annotations.NullMarked;
