package dev.laurel.engine.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.laurel.engine.access.AccessKey;
import dev.laurel.engine.access.Act;
import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.CredentialStore;
import dev.laurel.engine.access.Person;
import dev.laurel.engine.access.Role;
import dev.laurel.engine.access.Staff;
import dev.laurel.engine.history.HistoryStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;

/** Who may ask, in one document, and the book of what was done to them. */
final class MongoCredentials implements CredentialStore {
  private static final String STAFF = "staff";
  private static final String VERSION = "version";
  private static final String KIND = "kind";
  private static final String NAME = "name";
  private static final String HASH = "hash";
  private static final String ROLES = "roles";
  private static final String ACTIVE = "active";

  private final MongoCollection<Document> credentials;
  private final HistoryStore history;

  MongoCredentials(MongoDatabase database) {
    this.credentials = database.getCollection("credentials");
    this.history = new MongoHistory(database, "access");
    upgrade();
  }

  @Override
  public HistoryStore history() {
    return history;
  }

  @Override
  public Staff staff() {
    return Asking.of(() ->
        Optional.ofNullable(credentials.find(eq("_id", STAFF)).first())
            .map(MongoCredentials::staff)
            .orElse(Staff.NOBODY));
  }

  @Override
  public boolean put(Staff staff) {
    Document document = document(staff);
    if (staff.version() == 1)
      return Asking.of(() -> Documents.insertNew(credentials, List.of(document)).isEmpty());
    var before = and(eq("_id", STAFF), eq(VERSION, staff.version() - 1));
    return Asking.of(() -> credentials.replaceOne(before, document).getMatchedCount() == 1);
  }

  /**
   * Stores of an earlier version keep a document for each user and each key, without roles. Whoever
   * was there could do everything; of the people this stays so.
   */
  private void upgrade() {
    List<Document> earlier =
        credentials.find(in(KIND, "user", "key")).sort(ascending("_id")).into(new ArrayList<>());
    if (earlier.isEmpty()) return;
    List<Person> people = new ArrayList<>();
    List<AccessKey> keys = new ArrayList<>();
    for (Document one : earlier) {
      String name = one.getString(NAME);
      String hash = one.getString(HASH);
      if (one.getString(KIND).equals("user"))
        people.add(new Person(name, name, EnumSet.of(Role.ADMINISTRATOR), hash, true, false));
      else keys.add(new AccessKey(name, EnumSet.of(Role.INTEGRATOR), hash, true));
    }
    Act act = new Act(Actor.SETUP, "upgraded", "", "", new TreeMap<>());
    Documents.insertNew(
        credentials, List.of(document(new Staff(1, people, keys, Optional.of(act)))));
    // Only what is in the staff by now is taken out, so that this may end anywhere.
    credentials.deleteMany(in("_id", earlier.stream().map(one -> one.get("_id")).toList()));
  }

  private static Document document(Staff staff) {
    Document document =
        new Document("_id", STAFF)
            .append(VERSION, staff.version())
            .append("people", staff.people().stream().map(MongoCredentials::document).toList())
            .append("keys", staff.keys().stream().map(MongoCredentials::document).toList());
    staff.act().ifPresent(act -> document.append("act", document(act)));
    return document;
  }

  private static Document document(Person person) {
    return new Document(NAME, person.name())
        .append("displayName", person.displayName())
        .append(ROLES, words(person.roles()))
        .append(HASH, person.hash())
        .append(ACTIVE, person.active())
        .append("mustChangePassword", person.mustChangePassword());
  }

  private static Document document(AccessKey key) {
    return new Document(NAME, key.name())
        .append(ROLES, words(key.roles()))
        .append(HASH, key.hash())
        .append(ACTIVE, key.active());
  }

  private static Document document(Act act) {
    return new Document("by", act.by())
        .append("act", act.act())
        .append("about", act.about())
        .append("why", act.why())
        .append("facts", new Document(act.facts()));
  }

  private static List<String> words(Collection<Role> roles) {
    return roles.stream().map(Role::word).toList();
  }

  private static Staff staff(Document document) {
    return new Staff(
        document.getLong(VERSION),
        document.getList("people", Document.class).stream().map(MongoCredentials::person).toList(),
        document.getList("keys", Document.class).stream().map(MongoCredentials::key).toList(),
        Optional.ofNullable(document.get("act", Document.class)).map(MongoCredentials::act));
  }

  private static Person person(Document document) {
    return new Person(
        document.getString(NAME),
        document.getString("displayName"),
        roles(document),
        document.getString(HASH),
        document.getBoolean(ACTIVE),
        document.getBoolean("mustChangePassword"));
  }

  private static AccessKey key(Document document) {
    return new AccessKey(
        document.getString(NAME),
        roles(document),
        document.getString(HASH),
        document.getBoolean(ACTIVE));
  }

  private static Act act(Document document) {
    SortedMap<String, String> facts = new TreeMap<>();
    document
        .get("facts", Document.class)
        .forEach((name, value) -> facts.put(name, String.valueOf(value)));
    return new Act(
        document.getString("by"),
        document.getString("act"),
        document.getString("about"),
        document.getString("why"),
        facts);
  }

  private static Set<Role> roles(Document document) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String word : document.getList(ROLES, String.class))
      roles.add(
          Role.of(word)
              .orElseThrow(() ->
                  new IllegalStateException(
                      "Somebody in the store has the role %s, which this version does not know. Start a later one."
                          .formatted(word))));
    return roles;
  }
}
