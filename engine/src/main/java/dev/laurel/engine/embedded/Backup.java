package dev.laurel.engine.embedded;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

/**
 * The form of a backup: a heading, each map with its name and its entries in the order of their
 * keys, the number of entries of all, and the SHA-256 of all that. The same content gives the same
 * bytes.
 */
final class Backup {
  private static final byte[] HEADING = "laurel-backup 1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int END = -1;

  /** Far above what a document can be, which is 16 MB. */
  private static final int LONGEST = 64 << 20;

  /** How much is put into a store between two commits. */
  private static final int BYTES_PER_COMMIT = 8 << 20;

  private Backup() {}

  /** Writes all maps as they were at one commit, and gives the checksum. */
  static byte[] write(Snapshot snapshot, OutputStream target) throws IOException {
    MessageDigest digest = sha256();
    var out = new DataOutputStream(new DigestOutputStream(target, digest));
    out.write(HEADING);
    long entries = 0;
    for (String name : new TreeSet<>(snapshot.names())) {
      MVMap<Key, byte[]> map = snapshot.map(name);
      if (map == null) continue;
      writeBytes(name.getBytes(StandardCharsets.UTF_8), out);
      Cursor<Key, byte[]> cursor = map.cursor(null);
      while (cursor.hasNext()) {
        writeBytes(cursor.next().bytes(), out);
        writeBytes(cursor.getValue(), out);
        entries++;
      }
      out.writeInt(END);
    }
    out.writeInt(END);
    out.writeLong(entries);
    out.flush();
    byte[] checksum = digest.digest();
    target.write(checksum);
    target.flush();
    return checksum;
  }

  private static void writeBytes(byte[] bytes, DataOutputStream out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * Puts what a backup holds into an empty store, and gives the checksum, which was found right.
   *
   * @param into empty: the backup is only looked through
   * @throws BrokenBackupException if it is not a whole backup
   * @throws IOException if it cannot be read
   */
  static byte[] read(InputStream source, Optional<Generation> into) throws IOException {
    MessageDigest digest = sha256();
    var in = new DataInputStream(new DigestInputStream(source, digest));
    try {
      if (!Arrays.equals(in.readNBytes(HEADING.length), HEADING))
        throw new BrokenBackupException("it does not begin as one");
      long entries = readMaps(in, into);
      if (in.readLong() != entries)
        throw new BrokenBackupException("it does not hold as many entries as it says");
      byte[] checksum = digest.digest();
      if (!Arrays.equals(source.readNBytes(checksum.length), checksum))
        throw new BrokenBackupException("its checksum does not fit its content");
      if (source.read() >= 0) throw new BrokenBackupException("something stands behind its end");
      return checksum;
    } catch (EOFException e) {
      throw new BrokenBackupException("it ends too early");
    }
  }

  private static long readMaps(DataInputStream in, Optional<Generation> into) throws IOException {
    long entries = 0;
    long pending = 0;
    for (int length = in.readInt(); length != END; length = in.readInt()) {
      String name = new String(readBytes(length, in), StandardCharsets.UTF_8);
      Optional<MVMap<Key, byte[]>> map = into.map(store -> store.make(name));
      for (int key = in.readInt(); key != END; key = in.readInt()) {
        byte[] keyBytes = readBytes(key, in);
        byte[] value = readBytes(in.readInt(), in);
        map.ifPresent(m -> m.put(new Key(keyBytes), value));
        entries++;
        pending += keyBytes.length + value.length;
        if (pending > BYTES_PER_COMMIT) {
          into.ifPresent(store -> store.file().commit());
          pending = 0;
        }
      }
    }
    into.ifPresent(store -> store.file().commit());
    return entries;
  }

  private static byte[] readBytes(int length, DataInputStream in) throws IOException {
    if (length < 0 || length > LONGEST)
      throw new BrokenBackupException("a length in it is out of range");
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) throw new EOFException();
    return bytes;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
