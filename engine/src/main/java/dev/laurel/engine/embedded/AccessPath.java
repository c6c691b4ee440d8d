package dev.laurel.engine.embedded;

import java.util.List;
import java.util.Map;

/**
 * A map that leads to the documents of a collection: the documents themselves by their id, or an
 * index.
 *
 * @param table the map
 * @param parts what its keys are made of, from the first to the last
 * @param holdsDocuments whether its values are the documents and not their ids
 * @param isUnique whether a key with all its parts leads to one document at most
 * @param isSparse whether it leaves out documents that have none of its fields
 * @param hasManyValues whether a document may stand in it several times
 */
record AccessPath(
    Table table,
    List<Part> parts,
    boolean holdsDocuments,
    boolean isUnique,
    boolean isSparse,
    boolean hasManyValues) {
  static final Part ID = new Part("_id", true);

  static AccessPath ofDocuments(Table table) {
    return new AccessPath(table, List.of(ID), true, true, false, false);
  }

  /** Whether every document that meets the demands stands in it. */
  boolean leadsToAll(Map<String, Demand> demands) {
    return !isSparse
        || parts.stream()
            .map(part -> demands.get(part.field()))
            .anyMatch(demand -> demand != null && !demand.allowsNull());
  }
}
