package dev.laurel.rules.diff;

import dev.laurel.rules.tree.Tree;
import java.util.Optional;

/**
 * The least part of a construct that differs. Immutable.
 *
 * @param place of the part
 * @param before empty where the part is new
 * @param after empty where the part is gone
 * @param order whether what differs is the order of the entries named
 */
public record Word(String place, Optional<Tree> before, Optional<Tree> after, boolean order) {}
