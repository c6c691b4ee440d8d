package dev.laurel.engine.mongo;

import dev.laurel.engine.recording.Applied;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** What was decided of an event, as a document: in a member's outbox and among the decisions. */
final class AppliedDocuments {
  private static final String SENT = "sent";

  private AppliedDocuments() {}

  static Document write(Applied applied) {
    Document document =
        new Document("_id", applied.key())
            .append("place", applied.place())
            .append("id", applied.id())
            .append("decision", Documents.text(applied.decision()))
            .append("entries", applied.entries().stream().map(Documents::text).toList());
    applied.sent().ifPresent(sent -> document.append(SENT, Documents.text(sent)));
    return document;
  }

  static Applied read(String member, Document document) {
    List<byte[]> entries =
        document.getList("entries", String.class).stream().map(Documents::bytes).toList();
    return new Applied(
        document.getString("_id"),
        member,
        document.getLong("place"),
        document.getString("id"),
        Documents.bytes(document.getString("decision")),
        entries,
        Optional.ofNullable(document.getString(SENT)).map(Documents::bytes));
  }
}
