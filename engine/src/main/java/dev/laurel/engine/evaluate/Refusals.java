package dev.laurel.engine.evaluate;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.json.JsonWriter;
import dev.laurel.rules.fault.Fault;
import java.util.List;
import java.util.stream.Collectors;

/** The lines of the file of refused rows. */
final class Refusals {
  private Refusals() {}

  /** A row that says no event. */
  static void write(String file, long line, List<Fault> faults, JsonWriter to) {
    to.open().key("file").text(file).key("line").number(line);
    to.key("code").text(faults.getFirst().code());
    to.key("reason").text(faults.stream().map(Refusals::sentence).collect(Collectors.joining(" ")));
    to.close().endLine();
  }

  /** A row whose event was not carried out. */
  static void write(
      String file, long line, Event event, String code, String reason, JsonWriter to) {
    to.open().key("file").text(file).key("line").number(line);
    to.key("code").text(code).key("reason").text(reason);
    to.key("member").text(event.member()).key("source").text(event.source());
    to.key("event").text(event.id()).close().endLine();
  }

  private static String sentence(Fault fault) {
    String what = fault.message() + (fault.remedy().isEmpty() ? "" : " " + fault.remedy());
    return fault.place().isEmpty() ? what : fault.place() + ": " + what;
  }
}
