package dev.laurel.engine.embedded;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Optional;

/**
 * An update that replaces a document or takes whole fields out of it. These are nearly all there
 * are, and the server's own way, which suits every update, copies and compares each document
 * several times.
 *
 * @param change the update as it was asked for
 * @param replaces whether it is the new document, but for its id; otherwise it names what goes
 */
record PlainUpdate(Document change, boolean replaces) {
  private static final String UNSET = "$unset";
  private static final String ID = "_id";

  /** Empty if the update does anything else. */
  static Optional<PlainUpdate> of(Document update, boolean many) {
    if (update.keySet().stream().noneMatch(name -> name.startsWith("$")))
      return many ? Optional.empty() : Optional.of(new PlainUpdate(update, true));
    return update.size() == 1
            && update.get(UNSET) instanceof Document fields
            && fields.keySet().stream().allMatch(PlainUpdate::isWhole)
        ? Optional.of(new PlainUpdate(fields, false))
        : Optional.empty();
  }

  private static boolean isWhole(String field) {
    return !field.isEmpty()
        && !field.equals(ID)
        && field.indexOf('.') < 0
        && !field.startsWith("$");
  }

  /** Whether a document's id stays what it is, as it must. */
  boolean keepsId(Document before) {
    Object id = replaces ? change.get(ID) : null;
    return id == null || KeyEncoding.ascending(id).equals(KeyEncoding.ascending(before.get(ID)));
  }

  /** What becomes of a document; it is left as it is. */
  Document of(Document before) {
    Document after;
    if (replaces) {
      after = new Document(ID, before.get(ID));
      change.forEach(after::putIfAbsent);
      Utils.validateFieldNames(after);
    } else {
      after = before.clone();
      change.keySet().forEach(after::remove);
    }
    return after;
  }
}
