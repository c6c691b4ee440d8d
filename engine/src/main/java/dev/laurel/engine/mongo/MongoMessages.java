package dev.laurel.engine.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.laurel.engine.decision.OutgoingJson;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.message.MessageOutcome;
import dev.laurel.engine.message.MessageRecord;
import dev.laurel.engine.message.MessageRecord.State;
import dev.laurel.engine.message.MessageStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The messages by their ids. Those that somebody is to deliver carry {@code channel} and {@code
 * dueAt}; those with an outcome that may be no event yet carry {@code open}.
 */
final class MongoMessages implements MessageStore {
  private static final String VERSION = "version";
  private static final String MEMBER = "member";
  private static final String FROM = "from";
  private static final String CHANNEL = "channel";
  private static final String DUE = "dueAt";
  private static final String OPEN = "open";
  private static final String OUTCOMES = "outcomes";

  private final MongoCollection<Document> messages;

  MongoMessages(MongoDatabase database) {
    this.messages = database.getCollection("messages");
    messages.createIndex(Indexes.ascending(CHANNEL, DUE), new IndexOptions().sparse(true));
    messages.createIndex(Indexes.ascending(OPEN), new IndexOptions().sparse(true));
    messages.createIndex(Indexes.ascending(MEMBER, FROM));
  }

  @Override
  public void add(Collection<MessageRecord> made) {
    List<Document> documents = made.stream().map(MongoMessages::document).toList();
    Asking.run(() -> Documents.insertNew(messages, documents));
  }

  @Override
  public Optional<MessageRecord> find(String id) {
    return some(eq("_id", id), ascending("_id"), 1).stream().findFirst();
  }

  @Override
  public boolean put(MessageRecord record) {
    Bson before = and(eq("_id", record.id()), eq(VERSION, record.version() - 1));
    return Asking.of(() -> messages.replaceOne(before, document(record)).getMatchedCount() == 1);
  }

  @Override
  public List<MessageRecord> due(String channel, Instant until, int limit) {
    return some(
        and(eq(CHANNEL, channel), lte(DUE, Date.from(until))), ascending(CHANNEL, DUE), limit);
  }

  @Override
  public List<MessageRecord> ofMember(String member, int limit) {
    return some(eq(MEMBER, member), descending(FROM), limit);
  }

  @Override
  public List<MessageRecord> open(int limit) {
    return some(eq(OPEN, true), ascending(OPEN), limit);
  }

  private List<MessageRecord> some(Bson filter, Bson order, int limit) {
    return Asking.of(() -> {
      List<MessageRecord> found = new ArrayList<>();
      for (Document document : messages.find(filter).sort(order).limit(limit))
        found.add(record(document));
      return found;
    });
  }

  private static Document document(MessageRecord record) {
    JsonWriter to = new JsonWriter();
    OutgoingJson.write(record.message(), to);
    Document document =
        new Document("_id", record.id())
            .append(VERSION, record.version())
            .append(MEMBER, record.member())
            .append("event", record.event())
            .append(FROM, Date.from(record.message().from()))
            .append("message", Documents.text(to.toBytes()))
            .append("state", record.state().name())
            .append("handedOver", record.handedOver());
    Document outcomes = new Document();
    record.outcomes().forEach((outcome, at) -> outcomes.append(outcome.name(), at.toString()));
    document.append(OUTCOMES, outcomes);
    // Rounded up to the millisecond, so that nobody has it before it is due.
    record
        .dueAt()
        .ifPresent(at ->
            document
                .append(CHANNEL, record.message().channel())
                .append(DUE, Date.from(at.plusNanos(999_999))));
    if (record.open()) document.append(OPEN, true);
    return document;
  }

  private static MessageRecord record(Document document) {
    Map<MessageOutcome, Instant> outcomes = new EnumMap<>(MessageOutcome.class);
    document
        .get(OUTCOMES, Document.class)
        .forEach((outcome, at) ->
            outcomes.put(MessageOutcome.valueOf(outcome), Instant.parse(String.valueOf(at))));
    return new MessageRecord(
        OutgoingJson.read(Documents.bytes(document.getString("message"))),
        document.getString(MEMBER),
        document.getString("event"),
        document.getLong(VERSION),
        State.valueOf(document.getString("state")),
        Optional.ofNullable(document.getDate(DUE)).map(Date::toInstant),
        document.getInteger("handedOver"),
        outcomes,
        document.getBoolean(OPEN, false));
  }
}
