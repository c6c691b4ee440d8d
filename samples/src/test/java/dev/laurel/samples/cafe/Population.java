package dev.laurel.samples.cafe;

import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventJson;
import dev.laurel.engine.event.EventTerms;
import dev.laurel.rules.fault.Faults;
import dev.laurel.rules.language.Pack;
import dev.laurel.samples.PackFolders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** The café's demonstration: the two thousand members and their year that a first start loads. */
public final class Population {
  private interface Row {
    Optional<Event> read(byte[] json, int from, int to, Faults faults);
  }

  private static final List<List<Event>> YEARS = read();

  private Population() {}

  /** What happened to each member, from the enrolment on, in its order. */
  public static List<List<Event>> years() {
    return YEARS;
  }

  private static List<List<Event>> read() {
    Pack cafe = PackFolders.read("cafe");
    EventJson json = EventJson.of(EventTerms.of(cafe));
    Map<String, List<Event>> byMember = new TreeMap<>();
    for (Event event : rows("members", json::readMember))
      byMember.computeIfAbsent(event.member(), _ -> new ArrayList<>()).add(event);
    for (Event event : rows("events", json::read))
      byMember.computeIfAbsent(event.member(), _ -> new ArrayList<>()).add(event);
    byMember.values().forEach(events -> events.sort(Event.ORDER));
    return List.copyOf(byMember.values());
  }

  private static List<Event> rows(String file, Row row) {
    byte[] content = content(file);
    List<Event> events = new ArrayList<>();
    for (int from = 0, to; from < content.length; from = to + 1) {
      to = from;
      while (content[to] != '\n') to++;
      events.add(row.read(content, from, to, new Faults()).orElseThrow());
    }
    return events;
  }

  private static byte[] content(String file) {
    Path packed = PackFolders.folder("cafe").resolve("population").resolve(file + ".jsonl.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
