package dev.laurel.samples.bench;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A purchase of a workload with its member as known before it: the facts by path, as they arrive.
 * Immutable.
 *
 * @param facts of member, purchase and time; texts as {@link String}, numbers as {@link Long}
 * @param lines the facts of each line
 * @param earlier the days of the member's purchases in the 90 days before, counted from 1970-01-01,
 *     rising; {@link #facts} hold their counts
 */
public record Visit(
    String id,
    String member,
    Instant at,
    Map<String, Object> facts,
    List<Map<String, Object>> lines,
    int[] earlier) {}
