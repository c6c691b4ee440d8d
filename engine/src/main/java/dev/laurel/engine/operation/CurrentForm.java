package dev.laurel.engine.operation;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.recording.EventForm;
import dev.laurel.engine.vault.SealedEvents;
import dev.laurel.engine.vault.Vault;
import java.util.Collection;

/**
 * The form of events by the words of the newest revision, which has all that its predecessors had
 * ({@link dev.laurel.engine.revision.Succession}), so that it reads what was ever kept.
 * Thread-safe.
 */
final class CurrentForm implements EventForm {
  private record Words(String digest, EventTerms terms, EventJson json, SealedEvents form) {}

  private final Revisions revisions;
  private final Vault vault;
  private volatile Words words;

  CurrentForm(Revisions revisions, Vault vault) {
    this.revisions = revisions;
    this.vault = vault;
    this.words = words(revisions.all().getLast().digest());
  }

  private Words words(String digest) {
    EventTerms terms = EventTerms.of(revisions.of(digest).revision().pack());
    return new Words(digest, terms, EventJson.of(terms), SealedEvents.of(vault, terms));
  }

  private Words current() {
    String digest = revisions.all().getLast().digest();
    Words now = words;
    if (!now.digest().equals(digest)) {
      now = words(digest);
      words = now;
    }
    return now;
  }

  EventTerms terms() {
    return current().terms();
  }

  /** How events are read that come in, and written for whoever may see all of them. */
  EventJson json() {
    return current().json();
  }

  @Override
  public void ready(Collection<Event> events) {
    current().form().ready(events);
  }

  @Override
  public byte[] write(Event event) {
    return current().form().write(event);
  }

  @Override
  public Event read(byte[] event) {
    return current().form().read(event);
  }

  @Override
  public String digest(Event event) {
    return current().form().digest(event);
  }
}
