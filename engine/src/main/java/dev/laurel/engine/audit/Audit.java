package dev.laurel.engine.audit;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.People;
import dev.laurel.engine.access.Permission;
import dev.laurel.engine.audit.AuditPage.Book;
import dev.laurel.engine.audit.AuditPage.Filter;
import dev.laurel.engine.audit.AuditPage.From;
import dev.laurel.engine.audit.AuditPage.Line;
import dev.laurel.engine.governance.Governance;
import dev.laurel.engine.governance.RevisionRecord;
import dev.laurel.engine.governance.SaidChange;
import dev.laurel.engine.history.Head;
import dev.laurel.engine.history.History;
import dev.laurel.engine.history.HistoryRecord;
import dev.laurel.engine.history.Verification;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.support.Support;
import dev.laurel.rules.sentence.Speaker;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Reads the books. Thread-safe. All methods may throw {@link
 * dev.laurel.engine.recording.StoreUnavailableException} and {@link
 * dev.laurel.engine.access.NotPermittedException}.
 */
public final class Audit {
  /** A page looks at so many records at most, so that a filter that fits little is not endless. */
  public static final int MOST_LOOKED_AT = 20_000;

  private static final String REVISION = "revision";

  private final Governance governance;
  private final People people;
  private final Support support;

  /** What a revision changed, by its digest and that of the one before; it never changes. */
  private final Map<String, Set<String>> changed = new ConcurrentHashMap<>();

  public Audit(Governance governance, People people, Support support) {
    this.governance = governance;
    this.people = people;
    this.support = support;
  }

  /**
   * Records, the latest first.
   *
   * @param from where to go on
   * @param limit how many records at most; 1 to {@link History#LARGEST_PAGE}
   */
  public AuditPage page(Actor actor, Filter filter, From from, int limit) {
    actor.require(Permission.READ_HISTORY);
    List<RevisionRecord> revisions = governance.revisions(actor);
    Set<Integer> changing =
        filter.rule().map(place -> changing(actor, revisions, place)).orElse(Set.of());
    List<Backwards> books = new ArrayList<>();
    for (Book book : Book.values())
      if (filter.book().isEmpty() || filter.book().get() == book)
        books.add(
            new Backwards(
                book,
                from.below().getOrDefault(book, head(actor, book).number() + 1),
                (after, many) -> read(actor, book, after, many)));
    List<Line> lines = new ArrayList<>();
    int looked = 0;
    for (Optional<Backwards> latest = latest(books);
        latest.isPresent() && lines.size() < limit && looked < MOST_LOOKED_AT;
        latest = latest(books), looked++) {
      Line line = line(latest.get().book(), latest.get().take(), revisions);
      if (fits(line, filter, changing)) lines.add(line);
    }
    return new AuditPage(lines, next(books));
  }

  private static Optional<Backwards> latest(List<Backwards> books) {
    return books.stream()
        .filter(Backwards::isThere)
        .max(Comparator.comparing(book -> book.peek().recordedAt()));
  }

  private static Optional<From> next(List<Backwards> books) {
    if (books.stream().noneMatch(Backwards::isThere)) return Optional.empty();
    Map<Book, Long> below = new EnumMap<>(Book.class);
    for (Backwards book : books) below.put(book.book(), book.below());
    return Optional.of(new From(below));
  }

  private static boolean fits(Line line, Filter filter, Set<Integer> changing) {
    if (filter.by().filter(by -> !by.equals(line.record().entry().by())).isPresent()) return false;
    return filter.rule().isEmpty() || line.revision().filter(changing::contains).isPresent();
  }

  /** The record with the revision that has its digest, or that it names. */
  private static Line line(Book book, HistoryRecord record, List<RevisionRecord> revisions) {
    if (book != Book.PROGRAMME) return new Line(book, record, Optional.empty());
    String named = record.entry().facts().getOrDefault(REVISION, "");
    String digest = record.entry().digest();
    Optional<Integer> revision =
        named.isEmpty()
            ? revisions.stream()
                .filter(each -> !digest.isEmpty() && each.digest().equals(digest))
                .map(RevisionRecord::number)
                .findFirst()
            : Optional.of(Integer.valueOf(named));
    return new Line(book, record, revision);
  }

  /** What a revision changed of the one before it; nothing of the first. */
  public List<SaidChange> changes(Actor actor, int revision, Speaker speaker) {
    actor.require(Permission.READ_HISTORY);
    List<RevisionRecord> all = governance.revisions(actor);
    Optional<RevisionRecord> after = numbered(all, revision);
    Optional<RevisionRecord> before = before(all, revision);
    return after.isEmpty() || before.isEmpty()
        ? List.of()
        : governance.compare(actor, before.get().digest(), after.get().digest(), speaker);
  }

  private static Optional<RevisionRecord> numbered(List<RevisionRecord> all, int number) {
    return all.stream().filter(each -> each.number() == number).findFirst();
  }

  private static Optional<RevisionRecord> before(List<RevisionRecord> all, int number) {
    return all.stream()
        .filter(each -> each.number() < number && each.cancelled().isEmpty())
        .reduce((_, later) -> later);
  }

  /**
   * Every construct that a revision changed, by its place, with its title.
   *
   * @param speaker says the titles
   */
  public Map<String, String> changedRules(Actor actor, Speaker speaker) {
    actor.require(Permission.READ_HISTORY);
    Map<String, String> all = new LinkedHashMap<>();
    for (RevisionRecord revision : governance.revisions(actor).reversed())
      changes(actor, revision.number(), speaker)
          .forEach(change -> all.putIfAbsent(change.place(), change.title()));
    return all;
  }

  private Set<Integer> changing(Actor actor, List<RevisionRecord> all, String place) {
    return all.stream()
        .filter(revision -> places(actor, all, revision).contains(place))
        .map(RevisionRecord::number)
        .collect(Collectors.toSet());
  }

  private Set<String> places(Actor actor, List<RevisionRecord> all, RevisionRecord revision) {
    return before(all, revision.number())
        .map(before ->
            changed.computeIfAbsent(
                before.digest() + revision.digest(),
                _ ->
                    governance
                        .compare(actor, before.digest(), revision.digest(), Speaker.english())
                        .stream()
                        .map(SaidChange::place)
                        .collect(Collectors.toSet())))
        .orElse(Set.of());
  }

  /** Whoever did something, by sign-in name, in the order of the alphabet. */
  public List<String> people(Actor actor) {
    actor.require(Permission.READ_HISTORY);
    List<String> all = new ArrayList<>();
    for (Book book : Book.values()) {
      long head = head(actor, book).number();
      read(actor, book, Math.max(0, head - History.LARGEST_PAGE), History.LARGEST_PAGE)
          .forEach(record -> all.add(record.entry().by()));
    }
    return all.stream().distinct().sorted().toList();
  }

  /** Whether nobody tampered with a book; see {@link History#verify}. */
  public Verification verify(Actor actor, Book book) {
    actor.require(Permission.READ_HISTORY);
    return switch (book) {
      case PROGRAMME -> governance.verifyHistory(actor, Head.EMPTY);
      case PEOPLE -> people.verifyHistory(actor, Head.EMPTY);
      case MEMBERS -> support.verifyHistory(actor, Head.EMPTY);
    };
  }

  /**
   * Writes a whole book, a record a line as JSON, each with its hash and that of the one before it,
   * so that whoever has the file can verify it.
   */
  public void export(Actor actor, Book book, OutputStream to) throws IOException {
    actor.require(Permission.READ_HISTORY);
    long after = 0;
    for (List<HistoryRecord> page = read(actor, book, after, History.LARGEST_PAGE);
        !page.isEmpty();
        page = read(actor, book, after, History.LARGEST_PAGE)) {
      for (HistoryRecord record : page) {
        JsonWriter json = new JsonWriter();
        write(record, json);
        to.write(json.toBytes());
        to.write('\n');
      }
      after = page.getLast().number();
    }
  }

  private static void write(HistoryRecord record, JsonWriter to) {
    var entry = record.entry();
    to.open().key("number").number(record.number());
    to.key("recordedAt").instant(record.recordedAt());
    to.key("key").text(entry.key()).key("by").text(entry.by()).key("act").text(entry.act());
    to.key("about").text(entry.about()).key("why").text(entry.why());
    to.key("digest").text(entry.digest()).key("facts").open();
    entry.facts().forEach((name, value) -> to.key(name).text(value));
    to.close().key("previous").text(record.previous()).key("hash").text(record.hash()).close();
  }

  private Head head(Actor actor, Book book) {
    return switch (book) {
      case PROGRAMME -> governance.historyHead(actor);
      case PEOPLE -> people.historyHead(actor);
      case MEMBERS -> support.historyHead(actor);
    };
  }

  private List<HistoryRecord> read(Actor actor, Book book, long after, int limit) {
    return switch (book) {
      case PROGRAMME -> governance.history(actor, after, limit);
      case PEOPLE -> people.history(actor, after, limit);
      case MEMBERS -> support.history(actor, after, limit);
    };
  }
}
