package dev.laurel.engine.governance;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.draft.DraftView;
import dev.laurel.engine.draft.Published;
import dev.laurel.engine.history.Entry;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The acts as they stand in the history. Their words and the names of their facts are for ever. */
final class Acts {
  static final String SET_UP = "set-up";
  static final String SUBMITTED = "submitted";
  static final String WITHDRAWN = "withdrawn";
  static final String SENT_BACK = "sent-back";
  static final String APPROVED = "approved";
  static final String PUBLISHING = "publishing";
  static final String PUBLISHED = "published";
  static final String PUBLISHING_REFUSED = "publishing-refused";
  static final String CANCELLING = "cancelling";
  static final String CANCELLED = "cancelled";
  static final String CANCELLING_REFUSED = "cancelling-refused";

  static final String REVISION = "revision";
  static final String IN_FORCE = "inForceSince";
  static final String DRAFT = "draft";
  static final String VERSION = "version";
  static final String BASE_REVISION = "baseRevision";
  static final String BASE_DIGEST = "baseDigest";
  static final String AUTHORS = "authors";
  static final String AT = "at";
  private static final String REFUSAL = "refusal";

  private Acts() {}

  static Entry setUp(Published.Numbered first) {
    return entry(
        Actor.SETUP,
        SET_UP,
        revision(first.number()),
        "",
        first.digest(),
        Map.of(
            REVISION, String.valueOf(first.number()), IN_FORCE, first.inForceSince().toString()));
  }

  static Entry submitted(Actor by, DraftView draft, String digest, String note) {
    Set<String> authors = new TreeSet<>(draft.authors());
    authors.add(by.name());
    return entry(
        by.name(),
        SUBMITTED,
        "draft " + draft.version().draft(),
        note,
        digest,
        Map.of(
            DRAFT, String.valueOf(draft.version().draft()),
            VERSION, String.valueOf(draft.version().number()),
            BASE_REVISION, String.valueOf(draft.baseRevision()),
            BASE_DIGEST, draft.baseDigest(),
            AUTHORS, String.join("\n", authors)));
  }

  /** Withdrawn, sent back or approved. */
  static Entry of(String act, Actor by, Submission submission, String why) {
    return entry(
        by.name(),
        act,
        "draft " + submission.version().draft(),
        why,
        submission.digest(),
        Map.of());
  }

  static Entry publishing(
      Actor by, Submission submission, int number, Optional<Instant> at, String why) {
    Map<String, String> facts = new TreeMap<>(Map.of(REVISION, String.valueOf(number)));
    at.ifPresent(instant -> facts.put(AT, instant.toString()));
    return entry(by.name(), PUBLISHING, revision(number), why, submission.digest(), facts);
  }

  static Entry published(Stage.Publishing stage, int number, Instant inForceSince) {
    return entry(
        stage.by(),
        PUBLISHED,
        revision(number),
        stage.why(),
        stage.submission().digest(),
        Map.of(REVISION, String.valueOf(number), IN_FORCE, inForceSince.toString()));
  }

  static Entry refused(Stage.Publishing stage, Publishing.Outcome.Refused refused) {
    return entry(
        stage.by(),
        PUBLISHING_REFUSED,
        revision(stage.revision()),
        refused.sentence(),
        stage.submission().digest(),
        Map.of(REVISION, String.valueOf(stage.revision()), REFUSAL, refused.code()));
  }

  /** Cancelling, cancelled or refused. */
  static Entry cancel(String act, String by, int number, String why) {
    return entry(by, act, revision(number), why, "", Map.of(REVISION, String.valueOf(number)));
  }

  static String fact(Entry entry, String name) {
    String value = entry.facts().get(name);
    if (value == null)
      throw new IllegalStateException("The act %s lacks %s.".formatted(entry.act(), name));
    return value;
  }

  static int number(Entry entry, String name) {
    return Integer.parseInt(fact(entry, name));
  }

  private static String revision(int number) {
    return "revision " + number;
  }

  private static Entry entry(
      String by, String act, String about, String why, String digest, Map<String, String> facts) {
    return new Entry("", by, act, about, why, digest, new TreeMap<>(facts));
  }
}
