package dev.laurel.engine.embedded;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Changes as they stand in a record of the log: the names of the maps once, then each change with
 * the number of its map.
 */
final class Changes {
  private Changes() {}

  /** Writes them into a buffer that is made, or made larger, as need be; it comes back flipped. */
  static ByteBuffer write(List<Change> changes, int before, ByteBuffer reusable) {
    Map<String, Integer> numbers = new HashMap<>();
    List<byte[]> names = new ArrayList<>();
    long bytes = before + 2L * Integer.BYTES;
    for (Change change : changes) {
      bytes += change.bytes() + 1 + 3L * Integer.BYTES;
      if (numbers.putIfAbsent(change.map(), names.size()) == null) {
        byte[] name = change.map().getBytes(StandardCharsets.UTF_8);
        names.add(name);
        bytes += Integer.BYTES + name.length;
      }
    }
    ByteBuffer out =
        reusable.capacity() >= bytes ? reusable : ByteBuffer.allocate(Math.toIntExact(bytes));
    out.clear().position(before);
    out.putInt(names.size());
    for (byte[] name : names) putBytes(out, name);
    out.putInt(changes.size());
    for (Change change : changes) {
      out.put(change.kind().code());
      out.putInt(Objects.requireNonNull(numbers.get(change.map())));
      if (change.key() != null) putBytes(out, change.key().bytes());
      if (change.value() != null) putBytes(out, change.value());
    }
    return out.flip();
  }

  private static void putBytes(ByteBuffer out, byte[] bytes) {
    out.putInt(bytes.length).put(bytes);
  }

  /** What {@link #write} wrote, from where the buffer stands. */
  static List<Change> read(ByteBuffer in) {
    String[] names = new String[in.getInt()];
    for (int i = 0; i < names.length; i++) names[i] = new String(bytes(in), StandardCharsets.UTF_8);
    int count = in.getInt();
    List<Change> changes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Change.Kind kind = Change.Kind.of(in.get());
      String map = names[in.getInt()];
      changes.add(
          switch (kind) {
            case PUT -> Change.put(map, new Key(bytes(in)), bytes(in));
            case REMOVE -> Change.remove(map, new Key(bytes(in)));
            case MAKE -> Change.make(map);
            case DROP -> Change.drop(map);
          });
    }
    return changes;
  }

  private static byte[] bytes(ByteBuffer in) {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return bytes;
  }
}
