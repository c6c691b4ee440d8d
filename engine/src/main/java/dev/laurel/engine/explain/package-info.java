/**
 * Decisions in sentences: what each rule gave or why it gave nothing, what became of points, why a
 * tier was reached, kept or lost.
 *
 * <p>Way in: {@link dev.laurel.engine.explain.Explanations}. Uses the model of sentences of the
 * rule language: each of its languages has {@code explanations_<language>.properties}, with the
 * same templates; decides nothing.
 */
@NullMarked
package dev.laurel.engine.explain;

import org.jspecify.annotations.NullMarked;
