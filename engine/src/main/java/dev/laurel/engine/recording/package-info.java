/**
 * Records events: each is claimed, decided exactly once, and its decision and ledger entries kept,
 * whatever is killed when.
 *
 * <p>An event is first claimed under its key for ever. One compare-and-set of the member's record
 * then applies it: the new state, and an outbox with the decision and its ledger entries. A drain
 * writes these where they belong and then empties the outbox. Whatever was claimed but not applied,
 * or applied but not drained, is found and finished by {@link
 * dev.laurel.engine.recording.Recorder#recover}.
 *
 * <p>Way in: {@link dev.laurel.engine.recording.Recorder}; the ports {@link
 * dev.laurel.engine.recording.EventStore}, {@link dev.laurel.engine.recording.MemberStore} and
 * {@link dev.laurel.engine.recording.DecisionStore} are implemented elsewhere. Must not know which
 * database keeps them.
 *
 * @see <a href="../../../../../../../docs/decisions/031-every-event-once.md">031</a>
 */
@NullMarked
package dev.laurel.engine.recording;

import org.jspecify.annotations.NullMarked;
