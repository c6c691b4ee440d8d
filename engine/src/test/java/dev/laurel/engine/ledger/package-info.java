/**
 * What must hold of every ledger, whatever the rules: for all tests that make decisions.
 *
 * <p>Way in: {@link dev.laurel.engine.ledger.LedgerInvariants}, and {@link
 * dev.laurel.engine.ledger.Story}, a member's story under a small programme that keeps them.
 */
@NullMarked
package dev.laurel.engine.ledger;

import org.jspecify.annotations.NullMarked;
