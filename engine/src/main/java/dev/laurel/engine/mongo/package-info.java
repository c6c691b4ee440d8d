/**
 * Keeps in MongoDB what the ports of other rooms ask to be kept: the one room that knows its
 * driver. What it asks of the database is right on a replica set, on a sharded cluster and on the
 * embedded server alike: single documents are atomic, ids are deterministic, and nothing rests on
 * transactions, on the order of unordered writes or on counts of bulk writes.
 *
 * <p>Way in: {@link dev.laurel.engine.mongo.MongoDatabases}.
 *
 * @see <a href="../../../../../../../docs/decisions/031-every-event-once.md">031</a>
 */
@NullMarked
package dev.laurel.engine.mongo;

import org.jspecify.annotations.NullMarked;
