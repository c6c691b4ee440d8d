package dev.laurel.engine.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import dev.laurel.engine.draft.Alterations;
import dev.laurel.engine.draft.DraftStart;
import dev.laurel.engine.draft.DraftStore;
import dev.laurel.engine.draft.LogEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.types.Binary;

/** Drafts by their numbers, and the entries of their logs by draft and number. */
final class MongoDrafts implements DraftStore {
  private static final String DRAFT = "draft";
  private static final String NUMBER = "number";
  private static final String BASE_REVISION = "baseRevision";
  private static final String BASE_DIGEST = "baseDigest";
  private static final String DIGEST = "digest";
  private static final String BY = "by";
  private static final String AT = "at";
  private static final String ENTRY = "entry";
  private static final String KEEP = "keep";

  private final MongoCollection<Document> drafts;
  private final MongoCollection<Document> log;

  MongoDrafts(MongoDatabase database) {
    this.drafts = database.getCollection("drafts");
    this.log = database.getCollection("draft-log");
    log.createIndex(Indexes.ascending(DRAFT, NUMBER));
  }

  @Override
  public Optional<DraftStart> latest() {
    return first(() -> drafts.find().sort(descending("_id")));
  }

  @Override
  public Optional<DraftStart> find(int number) {
    return first(() -> drafts.find(eq("_id", number)));
  }

  private static Optional<DraftStart> first(Supplier<FindIterable<Document>> found) {
    return Asking.of(() ->
        Optional.ofNullable(found.get().limit(1).first())
            .map(document ->
                new DraftStart(
                    document.getInteger("_id"),
                    document.getInteger(BASE_REVISION),
                    document.getString(BASE_DIGEST),
                    document.getString(BY),
                    Instant.parse(document.getString(AT)))));
  }

  @Override
  public boolean begin(DraftStart start) {
    Document document =
        new Document("_id", start.number())
            .append(BASE_REVISION, start.baseRevision())
            .append(BASE_DIGEST, start.baseDigest())
            .append(BY, start.by())
            .append(AT, start.at().toString());
    return Asking.of(() -> Documents.insertNew(drafts, List.of(document)).isEmpty());
  }

  @Override
  public List<LogEntry> log(int draft, long after, int limit) {
    return Asking.of(() -> {
      List<LogEntry> found = new ArrayList<>();
      for (Document document :
          log.find(and(eq(DRAFT, draft), gt(NUMBER, after))).sort(ascending(NUMBER)).limit(limit))
        found.add(entry(document));
      return found;
    });
  }

  @Override
  public boolean append(LogEntry entry) {
    Document document =
        new Document("_id", entry.draft() + ":" + entry.number())
            .append(DRAFT, entry.draft())
            .append(NUMBER, entry.number())
            .append(BY, entry.by())
            .append(AT, entry.at().toString());
    switch (entry) {
      case LogEntry.Edited edited ->
          document
              .append(ENTRY, "edited")
              .append("step", edited.step())
              .append("kind", word(edited.kind()))
              .append("of", edited.of())
              .append("alterations", new Binary(Alterations.write(edited.alterations())));
      case LogEntry.Sealed sealed ->
          document.append(ENTRY, "sealed").append(DIGEST, sealed.digest());
      case LogEntry.Reopened _ -> document.append(ENTRY, "reopened");
      case LogEntry.Closed _ -> document.append(ENTRY, "closed");
      case LogEntry.Rebased rebased ->
          document
              .append(ENTRY, "rebased")
              .append(BASE_REVISION, rebased.baseRevision())
              .append(BASE_DIGEST, rebased.baseDigest())
              .append(KEEP, word(rebased.keep()));
    }
    return Asking.of(() -> Documents.insertNew(log, List.of(document)).isEmpty());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String constant(Document document, String key) {
    return document.getString(key).toUpperCase(Locale.ROOT);
  }

  private static LogEntry entry(Document document) {
    int draft = document.getInteger(DRAFT);
    long number = document.getLong(NUMBER);
    String by = document.getString(BY);
    Instant at = Instant.parse(document.getString(AT));
    return switch (document.getString(ENTRY)) {
      case "edited" ->
          new LogEntry.Edited(
              draft,
              number,
              by,
              at,
              document.getString("step"),
              LogEntry.Kind.valueOf(constant(document, "kind")),
              document.getLong("of"),
              Alterations.read(document.get("alterations", Binary.class).getData()));
      case "sealed" -> new LogEntry.Sealed(draft, number, by, at, document.getString(DIGEST));
      case "reopened" -> new LogEntry.Reopened(draft, number, by, at);
      case "closed" -> new LogEntry.Closed(draft, number, by, at);
      case "rebased" ->
          new LogEntry.Rebased(
              draft,
              number,
              by,
              at,
              document.getInteger(BASE_REVISION),
              document.getString(BASE_DIGEST),
              LogEntry.Side.valueOf(constant(document, KEEP)));
      default ->
          throw new IllegalStateException(
              "Draft %d has an entry of a kind that this version does not know: %s. Start a later one."
                  .formatted(draft, document.getString(ENTRY)));
    };
  }
}
