/**
 * Hands messages over to whoever delivers them, each to one at a time, and takes down what became
 * of them as events of the members.
 *
 * <p>Way in: {@link dev.laurel.engine.delivery.Deliveries}. Uses the messages that are kept and the
 * recorder; knows no channel and delivers nothing itself.
 *
 * @see "engine/docs/decisions/072-messages.md"
 */
@NullMarked
package dev.laurel.engine.delivery;

import org.jspecify.annotations.NullMarked;
