/**
 * Measures what is no benchmark of a method: how times grow, publications, and intake. Programs
 * that {@code ./laurel bench} starts in processes of their own; they stand here so that the usual
 * build compiles them.
 *
 * <p>Ways in: {@link dev.laurel.samples.measure.Growth}, {@link
 * dev.laurel.samples.measure.Publications}, {@link dev.laurel.samples.measure.Intake}, which
 * expects the libraries of {@code laurel run} on its class path, and {@link
 * dev.laurel.samples.measure.Figures} for what they measured.
 *
 * @see "engine/docs/decisions/040-the-bench.md"
 */
@NullMarked
package dev.laurel.samples.measure;

import org.jspecify.annotations.NullMarked;
