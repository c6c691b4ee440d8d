package dev.laurel.engine.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values as bytes whose order is the order in which the server sorts values: first by type, then
 * within it. No encoded value is the beginning of another, so several can stand in a row.
 *
 * <p>Numbers of all types that are equal have the same bytes; a decimal stands as the double
 * nearest to it, as everywhere in the server. Absent and null are the same. Texts are ordered by
 * UTF-16 units, because that is how the server compares them when it matches and sorts.
 */
final class KeyEncoding {
  private static final int MIN_KEY = 0x10;
  private static final int NULL = 0x20;
  private static final int NUMBER = 0x30;
  private static final int TEXT = 0x38;
  private static final int DOCUMENT = 0x40;
  private static final int LIST = 0x48;
  private static final int BINARY = 0x50;
  private static final int LEGACY_UUID = 0x58;
  private static final int UUID_VALUE = 0x60;
  private static final int OBJECT_ID = 0x68;
  private static final int TRUTH = 0x70;
  private static final int INSTANT = 0x78;
  private static final int TIMESTAMP = 0x80;
  private static final int PATTERN = 0x88;
  private static final int CODE = 0x90;
  private static final int MAX_KEY = 0xA0;

  /** Ends a document, a list or, twice, a text; below every type. */
  private static final int END = 0;

  /** Stands behind a zero that is part of a text. */
  private static final int ESCAPED = 0xFF;

  /** By how far a long may lie beside the double nearest to it. */
  private static final int LARGEST_DIFFERENCE = 1 << 11;

  private KeyEncoding() {}

  static Key ascending(@Nullable Object value) {
    var out = new ByteArrayOutputStream(24);
    write(value, out);
    return new Key(out.toByteArray());
  }

  /** The same value for an index in which it goes downwards. */
  static Key descending(@Nullable Object value) {
    return inverted(ascending(value));
  }

  static Key encode(@Nullable Object value, boolean ascending) {
    return ascending ? ascending(value) : descending(value);
  }

  /** What all values of the type of this one begin with, and nothing else. */
  static Key typeOf(@Nullable Object value, boolean ascending) {
    Key type = new Key(new byte[] {(byte) tag(value)});
    return ascending ? type : inverted(type);
  }

  private static Key inverted(Key key) {
    byte[] bytes = key.bytes().clone();
    for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) ~bytes[i];
    return new Key(bytes);
  }

  private static int tag(@Nullable Object value) {
    return switch (value) {
      case null -> NULL;
      case Missing _ -> NULL;
      case MinKey _ -> MIN_KEY;
      case Number _ -> NUMBER;
      case String _ -> TEXT;
      case Map<?, ?> _ -> DOCUMENT;
      case Collection<?> _ -> LIST;
      case BinData _ -> BINARY;
      case LegacyUUID _ -> LEGACY_UUID;
      case UUID _ -> UUID_VALUE;
      case ObjectId _ -> OBJECT_ID;
      case Boolean _ -> TRUTH;
      case Instant _ -> INSTANT;
      case BsonTimestamp _ -> TIMESTAMP;
      case BsonRegularExpression _ -> PATTERN;
      case BsonJavaScript _ -> CODE;
      case MaxKey _ -> MAX_KEY;
      default ->
          throw new IllegalArgumentException(
              "A value of the class %s cannot be a key.".formatted(value.getClass().getName()));
    };
  }

  private static void write(@Nullable Object value, ByteArrayOutputStream out) {
    out.write(tag(value));
    switch (value) {
      case Number number -> writeNumber(number, out);
      case String text -> writeText(text, out);
      case Map<?, ?> document -> writeDocument(document, out);
      case Collection<?> list -> writeList(list, out);
      case BinData data -> {
        writeInt(data.getData().length, out);
        out.writeBytes(data.getData());
      }
      case LegacyUUID uuid -> writeUuid(uuid.getUuid(), out);
      case UUID uuid -> writeUuid(uuid, out);
      case ObjectId id -> out.writeBytes(id.toByteArray());
      case Boolean truth -> out.write(truth ? 1 : 0);
      case Instant instant -> writeLong(instant.toEpochMilli() ^ Long.MIN_VALUE, out);
      case BsonTimestamp timestamp -> writeLong(timestamp.getValue(), out);
      case BsonRegularExpression pattern -> {
        writeText(pattern.getPattern(), out);
        writeText(String.valueOf(pattern.getOptions()), out);
      }
      case BsonJavaScript script -> writeText(script.getCode(), out);
      case null, default -> {} // The type says it all.
    }
  }

  private static void writeNumber(Number number, ByteArrayOutputStream out) {
    double nearest = number.doubleValue();
    if (nearest == 0) nearest = 0.0; // The negative zero equals the positive one.
    long bits = Double.doubleToLongBits(nearest);
    writeLong(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE, out);
    long difference = number instanceof Long exact ? exact - (long) nearest : 0;
    int shifted = (int) (difference + LARGEST_DIFFERENCE);
    out.write(shifted >>> 8);
    out.write(shifted);
  }

  private static void writeText(String text, ByteArrayOutputStream out) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit == 0) {
        out.write(END);
        out.write(ESCAPED);
      } else if (unit < 0x80) {
        out.write(unit);
      } else if (unit < 0x800) {
        out.write(0xC0 | unit >>> 6);
        out.write(0x80 | unit & 0x3F);
      } else {
        out.write(0xE0 | unit >>> 12);
        out.write(0x80 | unit >>> 6 & 0x3F);
        out.write(0x80 | unit & 0x3F);
      }
    }
    out.write(END);
    out.write(END);
  }

  private static void writeDocument(Map<?, ?> document, ByteArrayOutputStream out) {
    document.forEach((name, value) -> {
      out.write(tag(value)); // Documents are compared by the types of their fields first.
      writeText((String) name, out);
      write(value, out);
    });
    out.write(END);
  }

  private static void writeList(Collection<?> list, ByteArrayOutputStream out) {
    for (Object element : list) write(element, out);
    out.write(END);
  }

  private static void writeUuid(UUID uuid, ByteArrayOutputStream out) {
    writeLong(uuid.getMostSignificantBits(), out);
    writeLong(uuid.getLeastSignificantBits(), out);
  }

  private static void writeLong(long value, ByteArrayOutputStream out) {
    out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
  }

  private static void writeInt(int value, ByteArrayOutputStream out) {
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
  }
}
