package dev.laurel.engine.operation;

import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.vault.Masked;

/**
 * A member in a list. Immutable.
 *
 * @param state as it is kept; what fell due since may not have been done yet
 */
public record MemberBrief(MemberState state, Masked person) {}
