package dev.laurel.engine.decision;

import dev.laurel.engine.json.JsonWriter;
import dev.laurel.engine.message.Outgoing;
import dev.laurel.engine.message.Quiet;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.TreeMap;

/** Messages that were made as JSON objects, the same with decisions and wherever they wait. */
public final class OutgoingJson {
  private OutgoingJson() {}

  /** Writes the object, without an end of line. */
  public static void write(Outgoing message, JsonWriter to) {
    to.open().key("id").text(message.id()).key("message").text(message.message());
    to.key("channel").text(message.channel()).key("purpose").text(message.purpose());
    to.key("rule").text(message.rule()).key("from").instant(message.from());
    message
        .quiet()
        .ifPresent(quiet ->
            to.key("quiet")
                .open()
                .key("from")
                .text(quiet.from().toString())
                .key("to")
                .text(quiet.to().toString())
                .key("zone")
                .text(quiet.zone().getId())
                .close());
    to.key("text").open();
    message.text().forEach((language, words) -> to.key(language).text(words));
    to.close().close();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws UnreadableDecisionException when it is something else
   */
  public static Outgoing read(byte[] json) {
    StoredObject from = StoredObject.of(json);
    Outgoing message = read(from);
    from.end();
    return message;
  }

  static Outgoing read(StoredObject from) {
    StoredObject text = from.object("text");
    TreeMap<String, String> words = new TreeMap<>();
    for (String language : text.keys()) words.put(language, text.text(language));
    return new Outgoing(
        from.text("id"),
        from.text("message"),
        from.text("channel"),
        from.text("purpose"),
        from.text("rule"),
        from.parsed("from", "an instant", Instant::parse),
        from.has("quiet") ? Optional.of(quiet(from.object("quiet"))) : Optional.empty(),
        words);
  }

  private static Quiet quiet(StoredObject from) {
    Quiet quiet =
        new Quiet(
            from.parsed("from", "a time of day", LocalTime::parse),
            from.parsed("to", "a time of day", LocalTime::parse),
            from.parsed("zone", "a zone", ZoneId::of));
    from.end();
    return quiet;
  }
}
