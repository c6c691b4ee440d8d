package dev.laurel.engine.embedded;

import de.bwaldvogel.mongo.bson.Document;

/**
 * A document that was found.
 *
 * @param id its key among the documents
 * @param document a copy of its own
 * @param bytes how large it is as BSON
 */
record Hit(Key id, Document document, int bytes) {}
