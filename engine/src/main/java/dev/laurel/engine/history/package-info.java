/**
 * What people did: records that only grow in number, each with the hash of the one before it, so
 * that whoever changes, takes out or slips in one is found.
 *
 * <p>Way in: {@link dev.laurel.engine.history.History}. The port {@link
 * dev.laurel.engine.history.HistoryStore} is implemented elsewhere. Knows no person, no programme
 * and no rule; what a record means is known by the room that wrote it.
 */
@NullMarked
package dev.laurel.engine.history;

import org.jspecify.annotations.NullMarked;
