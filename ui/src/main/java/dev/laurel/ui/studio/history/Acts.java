package dev.laurel.ui.studio.history;

import dev.laurel.engine.audit.AuditPage.Line;
import dev.laurel.engine.history.Entry;
import dev.laurel.rules.language.Pack;
import dev.laurel.rules.language.PointKind;
import dev.laurel.rules.language.Vocabulary;
import dev.laurel.ui.studio.frame.Standings;
import dev.laurel.ui.studio.frame.Words;
import java.util.List;
import java.util.Optional;

/** Says a record of a book as a sentence that follows the name of whoever did it. */
final class Acts {
  private static final String ATTRIBUTE = "attribute:";

  private Acts() {}

  static String say(Line line, Pack pack) {
    Words words = Words.here();
    Entry entry = line.record().entry();
    String about = about(entry.about());
    return switch (line.book()) {
      case PROGRAMME -> programme(entry, about);
      case PEOPLE -> people(entry, about);
      case MEMBERS ->
          switch (entry.act()) {
            case "points-adjusted" -> adjusted(entry, about, pack);
            case "adjustment-refused" ->
                words.of("history.act.adjustment-refused", about, fact(entry, "of"));
            case "benefit-used" ->
                words.of("history.act.benefit-used", about, title(fact(entry, "benefit"), pack));
            case "points-set-aside" -> setAside(entry, about, pack);
            case "reservation-confirmed" ->
                words.of("history.act.handed-over", about, fact(entry, "of"));
            case "reservation-cancelled" ->
                words.of("history.act.given-back", about, fact(entry, "of"));
            case "personal-data-shown" ->
                words.of("history.act.shown", about, field(fact(entry, "field"), pack));
            default -> other(entry);
          };
    };
  }

  private static String title(String benefit, Pack pack) {
    return pack.benefits().stream()
        .filter(each -> each.id().equals(benefit))
        .findFirst()
        .map(each -> Words.here().of(each.title()))
        .orElse(benefit);
  }

  private static String programme(Entry entry, String about) {
    Words words = Words.here();
    return switch (entry.act()) {
      case "set-up" -> words.of("history.act.set-up", about);
      case "submitted" -> words.of("history.act.submitted", about);
      case "withdrawn" -> words.of("history.act.withdrawn", about);
      case "sent-back" -> words.of("history.act.sent-back", about);
      case "approved" -> words.of("history.act.approved", about);
      case "publishing" -> words.of("history.act.publishing", about);
      case "published" -> words.of("history.act.published", about);
      case "publishing-refused" -> words.of("history.act.publishing-refused", about);
      case "cancelling" -> words.of("history.act.cancelling", about);
      case "cancelled" -> words.of("history.act.cancelled", about);
      case "cancelling-refused" -> words.of("history.act.cancelling-refused", about);
      default -> other(entry);
    };
  }

  private static String people(Entry entry, String about) {
    Words words = Words.here();
    String roles = fact(entry, "roles");
    return switch (entry.act()) {
      case "set-up" -> words.of("history.act.people-set-up", fact(entry, "people"));
      case "person-added" -> words.of("history.act.person-added", about, roles);
      case "roles-changed" -> words.of("history.act.roles-changed", about, roles);
      case "person-deactivated" -> words.of("history.act.person-deactivated", about);
      case "person-reactivated" -> words.of("history.act.person-reactivated", about);
      case "password-reset" -> words.of("history.act.password-reset", about);
      case "password-changed" -> words.of("history.act.password-changed");
      case "key-added" -> words.of("history.act.key-added", about, roles);
      case "key-revoked" -> words.of("history.act.key-revoked", about);
      default -> other(entry);
    };
  }

  /** What a later Laurel wrote is told as it stands in the book. */
  private static String other(Entry entry) {
    return Words.here().of("history.act.other", entry.act(), entry.about());
  }

  private static String adjusted(Entry entry, String about, Pack pack) {
    long units = Long.parseLong(fact(entry, "units"));
    return kind(entry, pack)
        .map(kind ->
            Words.here()
                .of(
                    units >= 0 ? "history.act.gave" : "history.act.took",
                    about,
                    points(kind, units),
                    Words.here().of(kind.title())))
        .orElseGet(() -> other(entry));
  }

  private static String setAside(Entry entry, String about, Pack pack) {
    Words words = Words.here();
    long units = Long.parseLong(fact(entry, "units"));
    String benefit = fact(entry, "benefit");
    return kind(entry, pack)
        .map(kind ->
            benefit.isEmpty()
                ? words.of(
                    "history.act.set-aside", about, points(kind, units), words.of(kind.title()))
                : words.of(
                    "history.act.set-aside.for",
                    about,
                    points(kind, units),
                    words.of(kind.title()),
                    title(benefit, pack)))
        .orElseGet(() -> other(entry));
  }

  /** The kind of points that a record is about; empty where the programme has it no more. */
  private static Optional<PointKind> kind(Entry entry, Pack pack) {
    String id = fact(entry, "kind");
    return pack.programme().pointKinds().stream().filter(kind -> kind.id().equals(id)).findFirst();
  }

  private static String points(PointKind kind, long units) {
    return Words.here().number(Standings.points(kind, units).abs());
  }

  private static String field(String field, Pack pack) {
    Words words = Words.here();
    return switch (field) {
      case "name" -> words.of("facts.name");
      case "mail" -> words.of("facts.mail");
      case "phone" -> words.of("facts.phone");
      case "birthDate" -> words.of("facts.birth-date");
      default ->
          pack.vocabulary().map(Vocabulary::member).orElse(List.of()).stream()
              .filter(attribute -> field.equals(ATTRIBUTE + attribute.id()))
              .findFirst()
              .map(attribute -> words.of(attribute.title()))
              .orElse(field);
    };
  }

  private static String fact(Entry entry, String name) {
    return entry.facts().getOrDefault(name, "");
  }

  /** What a record is about, as it is called on pages. */
  private static String about(String about) {
    Words words = Words.here();
    String[] parts = about.split(" ", 2);
    if (parts.length < 2) return about;
    return switch (parts[0]) {
      case "draft" -> words.of("history.draft", parts[1]);
      case "revision" -> words.of("history.revision", parts[1]);
      case "member" -> words.of("history.member", parts[1]);
      default -> about;
    };
  }
}
