package dev.laurel.engine.mongo;

import dev.laurel.engine.recording.Applied;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What was decided of an event, as a document: in a member's outbox and among the decisions. */
final class AppliedDocuments {
  private static final String SENT = "sent";
  private static final String MESSAGES = "messages";

  private AppliedDocuments() {}

  static Document write(Applied applied) {
    Document document =
        new Document("_id", applied.key())
            .append("place", applied.place())
            .append("id", applied.id())
            .append("decision", Documents.text(applied.decision()))
            .append("entries", applied.entries().stream().map(Documents::text).toList());
    if (!applied.sent().isEmpty())
      document.append(SENT, applied.sent().stream().map(Documents::text).toList());
    if (!applied.messages().isEmpty())
      document.append(MESSAGES, applied.messages().stream().map(Documents::text).toList());
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
        texts(document.get(SENT)),
        texts(document.get(MESSAGES)));
  }

  /** Stores of before hold one text where nothing happened to more than one account. */
  private static List<byte[]> texts(@Nullable Object sent) {
    if (sent instanceof String one) return List.of(Documents.bytes(one));
    List<byte[]> all = new ArrayList<>();
    if (sent instanceof List<?> several)
      for (Object each : several) all.add(Documents.bytes((String) each));
    return all;
  }
}
