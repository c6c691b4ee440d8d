/**
 * Two neutral workloads and the ways to decide them, to be measured side by side: by hand-written
 * Java, and by Laurel through a pack of its own language.
 *
 * <p>Way in: {@link dev.laurel.samples.bench.Workload} for rules and visits, {@link
 * dev.laurel.samples.bench.Contender} for whoever decides them. Other engines stand in {@code
 * samples/bench}, which the usual build never sees. Knows no clock and measures nothing.
 *
 * @see "engine/docs/decisions/040-the-bench.md"
 */
@NullMarked
package dev.laurel.samples.bench;

import org.jspecify.annotations.NullMarked;
