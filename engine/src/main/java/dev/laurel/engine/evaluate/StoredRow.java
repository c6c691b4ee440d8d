package dev.laurel.engine.evaluate;

import dev.laurel.engine.binary.BinaryReader;
import dev.laurel.engine.binary.BinaryWriter;
import dev.laurel.engine.event.Event;
import dev.laurel.engine.event.EventCodec;
import dev.laurel.engine.intake.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * An event with the rows it came from, as it lies between reading and folding. Its bytes stand in
 * the order of members, then of their events, then of the rows.
 *
 * @param file the file's number, from 0
 * @param lines the lines on which its rows begin, at least one
 */
record StoredRow(Event event, int file, List<Long> lines) {
  private static final int LINE_WIDTH = 6;

  static void write(Outcome.Taken row, int file, EventCodec codec, BinaryWriter to) {
    codec.writeKey(row.event(), to);
    to.put(file).sortedNumber(row.line(), LINE_WIDTH);
    to.count(row.further().size());
    long before = row.line();
    for (long line : row.further()) {
      to.count(line - before);
      before = line;
    }
    codec.writeBody(row.event(), to);
  }

  static StoredRow read(EventCodec codec, BinaryReader from) {
    EventCodec.Key key = codec.readKey(from);
    int file = from.take();
    long line = from.sortedNumber(LINE_WIDTH);
    int further = from.size();
    if (further == 0) return new StoredRow(codec.readBody(key, from), file, List.of(line));
    List<Long> lines = new ArrayList<>(further + 1);
    lines.add(line);
    for (int i = 0; i < further; i++) {
      line += from.count();
      lines.add(line);
    }
    return new StoredRow(codec.readBody(key, from), file, lines);
  }
}
