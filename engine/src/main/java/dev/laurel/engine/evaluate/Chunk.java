package dev.laurel.engine.evaluate;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The rows of some members, in order. A member with very many rows spans several chunks, each of
 * which hands the member on to the next.
 *
 * @param bytes each row with its length before it
 * @param before the member in the making with whom this chunk goes on
 * @param after takes the member with whom this chunk ends, where the next one goes on with it
 */
record Chunk(
    byte[] bytes,
    int rows,
    Optional<CompletableFuture<MemberFold>> before,
    Optional<CompletableFuture<MemberFold>> after) {}
