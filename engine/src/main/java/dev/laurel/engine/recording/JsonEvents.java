package dev.laurel.engine.recording;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.rules.fault.Faults;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Events in their canonical JSON, readable to all; for events without anything personal. */
public final class JsonEvents implements EventForm {
  private final EventJson json;

  private JsonEvents(EventJson json) {
    this.json = json;
  }

  public static JsonEvents of(EventTerms terms) {
    return new JsonEvents(EventJson.ofKept(terms));
  }

  @Override
  public byte[] write(Event event) {
    JsonWriter to = new JsonWriter();
    json.write(event, to);
    return to.toBytes();
  }

  @Override
  public Event read(byte[] event) {
    Faults faults = new Faults();
    return json.read(event, 0, event.length, faults)
        .orElseThrow(() -> new IllegalArgumentException("No event of this programme: " + faults));
  }

  @Override
  public String digest(Event event) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(write(event)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
