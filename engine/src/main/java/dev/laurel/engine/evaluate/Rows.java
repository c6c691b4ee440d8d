package dev.laurel.engine.evaluate;

import dev.laurel.engine.binary.BinaryReader;
import dev.laurel.engine.binary.BinaryWriter;
import dev.laurel.engine.spill.Merge;
import dev.laurel.engine.spill.RunBuilder;
import dev.laurel.engine.spill.Spill;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The sorted rows of members whom nothing connects with others; those of the others are put aside,
 * in the order of their groups and of their time. Not thread-safe.
 */
final class Rows {
  /** Seconds and nanoseconds, which stand after the member in a row's key. */
  private static final int TIME_WIDTH = 9;

  private static final int AT_ONCE = 1 << 20;

  private final Merge rows;
  private final Groups groups;
  private final Spill aside;
  private final RunBuilder builder = new RunBuilder();
  private final BinaryReader reader = new BinaryReader();
  private byte[] member = {};
  private Optional<String> group = Optional.empty();

  /**
   * @param aside takes the rows of connected members
   */
  Rows(Merge rows, Groups groups, Spill aside) {
    this.rows = rows;
    this.groups = groups;
    this.aside = aside;
  }

  boolean next() throws IOException {
    while (rows.next()) {
      if (groups.areNone() || !isConnected()) return true;
      putAside(group.orElseThrow());
    }
    flush();
    return false;
  }

  byte[] bytes() {
    return rows.bytes();
  }

  int from() {
    return rows.from();
  }

  int to() {
    return rows.to();
  }

  /** A key begins with the member, which a byte of 0 ends. */
  private boolean isConnected() {
    int end = rows.from();
    while (rows.bytes()[end] != 0) end++;
    if (!Arrays.equals(rows.bytes(), rows.from(), end, member, 0, member.length)) {
      member = Arrays.copyOfRange(rows.bytes(), rows.from(), end);
      group = groups.groupOf(reader.over(rows.bytes(), rows.from(), rows.to()).sortedText());
    }
    return group.isPresent();
  }

  private void putAside(String name) throws IOException {
    BinaryWriter to = builder.record();
    to.sortedText(name);
    int time = rows.from() + member.length + 1;
    put(time, time + TIME_WIDTH, to);
    put(rows.from(), rows.to(), to);
    builder.end();
    if (builder.record().size() > AT_ONCE) flush();
  }

  private void put(int from, int end, BinaryWriter to) {
    for (int i = from; i < end; i++) to.put(rows.bytes()[i] & 0xFF);
  }

  private void flush() throws IOException {
    if (!builder.isEmpty()) aside.add(builder.sorted());
  }

  /** Reads the group of a row that was put aside, and goes on to the row itself. */
  static String group(BinaryReader row) {
    String name = row.sortedText();
    for (int i = 0; i < TIME_WIDTH; i++) row.take();
    return name;
  }
}
