package dev.laurel.engine.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.laurel.engine.member.MemberState;
import dev.laurel.engine.member.StateCodec;
import dev.laurel.engine.recording.Applied;
import dev.laurel.engine.recording.MemberRecord;
import dev.laurel.engine.recording.MemberStore;
import dev.laurel.engine.recording.ProfileForm;
import dev.laurel.engine.recording.Redo;
import dev.laurel.engine.recording.Slices;
import dev.laurel.engine.recording.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/** The members' records, by member. Those whose outbox is not empty carry {@code undrained}. */
final class MongoMembers implements MemberStore {
  private static final String UNDRAINED = "undrained";
  private static final String VERSION = "version";
  private static final String OUTBOX = "outbox";
  private static final String DUE = "dueAt";

  /** Only on those of whom something falls due, so that the index holds no others. */
  private static final String SLICE = "slice";

  private static final String SEALED = "sealed";
  private static final int UPGRADED_AT_ONCE = 1_000;
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private static final String STATE = "state";
  private static final String PLACE = "place";
  private static final String MEMBER = "member";
  private static final String REDO = "redo";

  private final MongoCollection<Document> members;
  private final MongoCollection<Document> snapshots;
  private final ProfileForm profiles;

  MongoMembers(MongoDatabase database, ProfileForm profiles) {
    this.members = database.getCollection("members");
    this.profiles = profiles;
    members.createIndex(Indexes.ascending(UNDRAINED, "_id"), new IndexOptions().sparse(true));
    members.createIndex(Indexes.ascending(SLICE, DUE), new IndexOptions().sparse(true));
    this.snapshots = database.getCollection("snapshots");
    snapshots.createIndex(Indexes.ascending(MEMBER, PLACE));
  }

  /** Gives every member of whom something falls due a slice, which stores of format 1 lack. */
  static void slice(MongoDatabase database) {
    MongoCollection<Document> members = database.getCollection("members");
    String after = "";
    for (List<Document> page = page(members, after); !page.isEmpty(); page = page(members, after)) {
      List<WriteModel<Document>> updates = new ArrayList<>();
      for (Document member : page) {
        after = member.getString("_id");
        if (member.containsKey(DUE))
          updates.add(new UpdateOneModel<>(eq("_id", after), Updates.set(SLICE, Slices.of(after))));
      }
      if (!updates.isEmpty()) members.bulkWrite(updates, UNORDERED);
    }
    for (Document index : members.listIndexes())
      if (index.get("key", Document.class).keySet().equals(Set.of(DUE)))
        members.dropIndex(index.getString("name"));
  }

  private static List<Document> page(MongoCollection<Document> members, String after) {
    return members
        .find(gt("_id", after))
        .sort(ascending("_id"))
        .limit(UPGRADED_AT_ONCE)
        .projection(include("_id", DUE))
        .into(new ArrayList<>());
  }

  @Override
  public Optional<MemberRecord> find(String member) {
    return some(eq("_id", member), ascending("_id"), 1).stream().findFirst();
  }

  @Override
  public Map<String, MemberRecord> find(Collection<String> wanted) {
    if (wanted.isEmpty()) return Map.of();
    return some(in("_id", wanted), ascending("_id"), wanted.size()).stream()
        .collect(toMap(MemberRecord::member, identity()));
  }

  @Override
  public boolean put(MemberRecord record) {
    return putAll(List.of(record));
  }

  @Override
  public boolean putAll(Collection<MemberRecord> records) {
    List<Document> first = new ArrayList<>();
    List<ReplaceOneModel<Document>> next = new ArrayList<>();
    for (MemberRecord record : records)
      if (record.version() == 1) first.add(document(record));
      else next.add(new ReplaceOneModel<>(before(record), document(record)));
    return Asking.of(() -> {
      boolean all = Documents.insertNew(members, first).isEmpty();
      if (next.isEmpty()) return all;
      return members.bulkWrite(next, UNORDERED).getMatchedCount() == next.size() && all;
    });
  }

  private static Bson before(MemberRecord record) {
    return and(eq("_id", record.member()), eq(VERSION, record.version() - 1));
  }

  @Override
  public void drained(Map<String, Long> versions) {
    if (versions.isEmpty()) return;
    List<WriteModel<Document>> empty = new ArrayList<>();
    versions.forEach((member, version) ->
        empty.add(
            new UpdateOneModel<>(
                and(eq("_id", member), eq(VERSION, version)),
                Updates.combine(Updates.unset(OUTBOX), Updates.unset(UNDRAINED)))));
    Asking.run(() -> members.bulkWrite(empty, UNORDERED));
  }

  @Override
  public List<MemberRecord> undrained(String after, int limit) {
    return some(and(eq(UNDRAINED, true), gt("_id", after)), ascending("_id"), limit);
  }

  @Override
  public List<MemberRecord> page(String after, int limit) {
    return some(gt("_id", after), ascending("_id"), limit);
  }

  private List<MemberRecord> some(Bson filter, Bson order, int limit) {
    List<Document> found =
        Asking.of(() -> members.find(filter).sort(order).limit(limit).into(new ArrayList<>()));
    profiles.ready(
        found.stream().filter(d -> d.containsKey(SEALED)).map(d -> d.getString("_id")).toList());
    return found.stream().map(this::record).toList();
  }

  @Override
  public List<String> due(int slice, Instant until, int limit) {
    return Asking.of(() -> {
      List<String> found = new ArrayList<>();
      for (Document document :
          members
              .find(and(eq(SLICE, slice), lte(DUE, Date.from(until))))
              .sort(ascending(SLICE, DUE))
              .limit(limit)
              .projection(include("_id"))) found.add(document.getString("_id"));
      return found;
    });
  }

  @Override
  public void keep(Collection<Snapshot> kept) {
    List<Document> documents = new ArrayList<>();
    for (Snapshot snapshot : kept) {
      String member = snapshot.member();
      Document document =
          new Document("_id", "%d:%s".formatted(snapshot.place(), member))
              .append(MEMBER, member)
              .append(PLACE, snapshot.place());
      state(member, snapshot.state(), document);
      documents.add(document);
    }
    Asking.run(() -> Documents.insertNew(snapshots, documents));
  }

  @Override
  public List<Snapshot> snapshots(String member, long below, int limit) {
    List<Document> found =
        Asking.of(() ->
            snapshots
                .find(and(eq(MEMBER, member), lt(PLACE, below)))
                .sort(descending(PLACE))
                .limit(limit)
                .into(new ArrayList<>()));
    return found.stream()
        .map(each -> new Snapshot(member, each.getLong(PLACE), state(member, each)))
        .toList();
  }

  /** Writes a state, what is personal of it sealed. */
  private void state(String member, MemberState state, Document to) {
    ProfileForm.Kept kept = profiles.write(member, state.profile());
    to.append(STATE, new Binary(StateCodec.write(state.with(kept.readable()))));
    kept.sealed().ifPresent(sealed -> to.append(SEALED, new Binary(sealed)));
  }

  private MemberState state(String member, Document from) {
    MemberState readable = StateCodec.read(from.get(STATE, Binary.class).getData());
    Optional<byte[]> sealed =
        Optional.ofNullable(from.get(SEALED, Binary.class)).map(Binary::getData);
    return readable.with(profiles.read(member, new ProfileForm.Kept(readable.profile(), sealed)));
  }

  private Document document(MemberRecord record) {
    Document document = new Document("_id", record.member()).append(VERSION, record.version());
    state(record.member(), record.state(), document);
    document.append("places", record.places());
    record
        .redo()
        .ifPresent(redo ->
            document.append(
                REDO,
                new Document(PLACE, redo.place())
                    .append("until", redo.until().toString())
                    .append("because", redo.because())));
    // Rounded up to the millisecond, so that nobody looks before it is due.
    record
        .dueAt()
        .ifPresent(at ->
            document
                .append(SLICE, Slices.of(record.member()))
                .append(DUE, Date.from(at.plusNanos(999_999))));
    if (!record.outbox().isEmpty())
      document
          .append(OUTBOX, record.outbox().stream().map(AppliedDocuments::write).toList())
          .append(UNDRAINED, true);
    return document;
  }

  private MemberRecord record(Document document) {
    String member = document.getString("_id");
    List<Applied> outbox =
        document.getList(OUTBOX, Document.class, List.of()).stream()
            .map(applied -> AppliedDocuments.read(member, applied))
            .toList();
    return new MemberRecord(
        member,
        document.getLong(VERSION),
        state(member, document),
        document.getLong("places"),
        Optional.ofNullable(document.getDate(DUE)).map(Date::toInstant),
        outbox,
        Optional.ofNullable(document.get(REDO, Document.class))
            .map(redo ->
                new Redo(
                    redo.getLong(PLACE),
                    Instant.parse(redo.getString("until")),
                    redo.getString("because"))));
  }
}
