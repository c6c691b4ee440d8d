package dev.laurel.engine.draft;

import dev.laurel.rules.tree.Tree;
import java.time.Instant;
import java.util.Optional;

/**
 * A word that two people changed. Immutable.
 *
 * @param mine what would have stood there; empty where nothing would
 * @param theirs what stands there now; empty where nothing does
 * @param by who changed it, in which step and when
 */
public record Clash(
    String place, Optional<Tree> mine, Optional<Tree> theirs, String by, String step, Instant at) {}
