package dev.laurel.engine.recording;

import java.time.Instant;

/**
 * An event as it came in, before anything is made of it. Immutable; the bytes are never changed.
 *
 * @param key see {@link EventKey}
 * @param digest of the event's content; the same content has the same digest for ever
 * @param event in the form of {@link EventForm}
 * @param recordedAt when it came in
 */
public record Claim(
    String key,
    String member,
    Instant occurredAt,
    String digest,
    byte[] event,
    Instant recordedAt) {}
