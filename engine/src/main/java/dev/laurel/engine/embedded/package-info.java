/**
 * A MongoDB server that needs no installation: MongoDB's protocol over a store of its own on disk,
 * which loses nothing that it acknowledged.
 *
 * <p>Ways in: {@link dev.laurel.engine.embedded.EmbeddedServer}, {@link
 * dev.laurel.engine.embedded.Settings}. Alone knows the protocol server and the store's library;
 * knows nothing of loyalty, and whoever uses it needs MongoDB's driver only.
 */
@NullMarked
package dev.laurel.engine.embedded;

import org.jspecify.annotations.NullMarked;
