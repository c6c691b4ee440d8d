package dev.laurel.engine.vault;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.recording.EventForm;
import dev.laurel.engine.recording.EventKey;
import dev.laurel.rules.fault.Faults;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events in their canonical JSON, in which what is personal of a member stands sealed with the
 * member's key: the birthday, and attributes that the vocabulary calls personal or does not
 * declare. It is the last key, {@code sealed}, in Base64, and can be read of this event only. Once
 * the member is erased the event is read without it. Thread-safe.
 *
 * <p>Reading and writing may throw what {@link Vault} throws.
 */
public final class SealedEvents implements EventForm {
  private static final String SEALED = "sealed";

  private final Vault vault;
  private final EventTerms terms;
  private final EventJson json;

  private SealedEvents(Vault vault, EventTerms terms) {
    this.vault = vault;
    this.terms = terms;
    this.json = EventJson.ofKept(terms);
  }

  public static SealedEvents of(Vault vault, EventTerms terms) {
    return new SealedEvents(vault, terms);
  }

  @Override
  public void ready(Collection<Event> events) {
    Set<String> members = new LinkedHashSet<>();
    for (Event event : events) if (!sealedPart(event).isEmpty()) members.add(event.member());
    vault.ready(members, true);
  }

  private Personal sealedPart(Event event) {
    return Personal.of(event.body()).sealed(terms::mayBeReadable);
  }

  @Override
  public byte[] write(Event event) {
    Personal part = sealedPart(event);
    if (part.isEmpty()) return plain(event);
    byte[] readable = plain(with(event, Personal.of(event.body()).readable(terms::mayBeReadable)));
    return vault
        .seal(event.member(), part.write(), context(event))
        .map(sealed -> spliced(readable, sealed))
        .orElse(readable);
  }

  private byte[] plain(Event event) {
    JsonWriter to = new JsonWriter();
    json.write(event, to);
    return to.toBytes();
  }

  private static Event with(Event event, Personal personal) {
    return new Event(
        event.source(), event.id(), event.member(), event.occurredAt(), personal.in(event.body()));
  }

  private static byte[] context(Event event) {
    return Ciphers.context("laurel.event", event.member(), EventKey.of(event));
  }

  /** The object with one more key, before the brace that ends it. */
  private static byte[] spliced(byte[] object, byte[] sealed) {
    JsonWriter last = new JsonWriter();
    last.open().key(SEALED).text(Base64.getEncoder().encodeToString(sealed)).close();
    byte[] more = last.toBytes();
    byte[] all = Arrays.copyOf(object, object.length - 1 + more.length);
    System.arraycopy(more, 0, all, object.length - 1, more.length);
    all[object.length - 1] = ',';
    return all;
  }

  @Override
  public Event read(byte[] event) {
    Faults faults = new Faults();
    JsonNode tree = EventJson.tree(event, 0, event.length, faults).orElseThrow(() -> none(faults));
    Optional<byte[]> sealed =
        Optional.ofNullable(((ObjectNode) tree).remove(SEALED)).map(SealedEvents::decoded);
    Event readable = json.read(tree, faults).orElseThrow(() -> none(faults));
    return sealed
        .flatMap(bytes -> vault.unsealed(readable.member(), bytes, context(readable)))
        .map(part -> with(readable, Personal.of(readable.body()).with(Personal.read(part))))
        .orElse(readable);
  }

  /** Bytes that are no Base64 are no event, which the caller is told so. */
  private static byte[] decoded(JsonNode sealed) {
    return Base64.getDecoder().decode(sealed.asString(""));
  }

  private static IllegalArgumentException none(Faults faults) {
    return new IllegalArgumentException("No event of this programme: " + faults);
  }

  /** Keyed, so that what is personal cannot be guessed and tried. */
  @Override
  public String digest(Event event) {
    return vault.digest(plain(event));
  }
}
