/**
 * Other engines, each fed in the manner that it recommends.
 *
 * <p>Way in: {@link dev.laurel.bench.peers.Peers}. Knows the workloads; knows neither Laurel nor
 * how it is measured.
 */
@NullMarked
package dev.laurel.bench.peers;

import org.jspecify.annotations.NullMarked;
