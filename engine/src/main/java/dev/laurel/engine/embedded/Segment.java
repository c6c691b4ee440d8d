package dev.laurel.engine.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.h2.store.fs.FilePath;

/**
 * One file of the log: a heading, then records, one for each commit. The file is used again and
 * again; what stands behind the last record of this use was written by an earlier one, or is half a
 * record, and its checksum shows it, because the checksum begins with a number drawn for each use.
 * Used by one thread at a time.
 */
final class Segment {
  private static final byte[] MAGIC = "laurel-log 1\n".getBytes(StandardCharsets.US_ASCII);

  /** The heading has a block of the disk to itself, so that no torn record can damage it. */
  private static final int HEADING = 4096;

  private static final int RECORD_HEADING = 2 * Integer.BYTES + Long.BYTES;

  private final FileChannel channel;
  private ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
  private boolean used;
  private long drawn;
  private long first;
  private long end = HEADING;

  private Segment(FileChannel channel) {
    this.channel = channel;
  }

  /** Opens a file of the log, or makes it, and reads its heading if it has one. */
  static Segment open(String fileName) throws IOException {
    var segment = new Segment(FilePath.get(fileName).open("rw"));
    segment.readHeading();
    return segment;
  }

  private void readHeading() throws IOException {
    ByteBuffer heading = read(0, MAGIC.length + 2 * Long.BYTES + Integer.BYTES);
    if (heading.remaining() < heading.capacity()) return;
    byte[] magic = new byte[MAGIC.length];
    heading.get(magic);
    drawn = heading.getLong();
    first = heading.getLong();
    used = Arrays.equals(magic, MAGIC) && heading.getInt() == checksum(headingOf());
  }

  private ByteBuffer headingOf() {
    ByteBuffer heading = ByteBuffer.allocate(HEADING);
    return heading.put(MAGIC).putLong(drawn).putLong(first).flip();
  }

  /** Whether it holds commits that may still be needed. */
  boolean isUsed() {
    return used;
  }

  /** The number of the first commit that it is for. */
  long first() {
    return first;
  }

  boolean isEmpty() {
    return end == HEADING;
  }

  /** How far it is written. */
  long bytes() {
    return end;
  }

  /** Lets it be used again. */
  void free() {
    used = false;
  }

  /**
   * Begins a new use of the file.
   *
   * @param bytes the length that it gets at once, so that syncing a record need not sync the length
   *     of the file with it; 0 to let it grow
   */
  void begin(long firstCommit, long bytes, boolean fsync) throws IOException {
    drawn = Credentials.drawn();
    first = firstCommit;
    end = HEADING;
    ByteBuffer heading = headingOf();
    int checksum = checksum(heading.duplicate());
    heading.limit(heading.capacity()).position(MAGIC.length + 2 * Long.BYTES);
    heading.putInt(checksum).clear();
    write(heading, 0);
    if (bytes > channel.size()) lengthen(bytes);
    else if (channel.size() > Math.max(bytes, HEADING)) channel.truncate(Math.max(bytes, HEADING));
    if (fsync) channel.force(true);
    used = true;
  }

  private void lengthen(long bytes) throws IOException {
    for (long at = channel.size(); at < bytes; at = channel.size())
      write(ByteBuffer.allocate((int) Math.min(bytes - at, 1 << 20)), at);
  }

  /**
   * Writes a commit behind the last one; only then is it there, and synced if that is asked for.
   */
  void append(long commit, List<Change> changes, boolean fsync) throws IOException {
    buffer = Changes.write(changes, RECORD_HEADING, buffer);
    buffer.putInt(0, buffer.limit() - RECORD_HEADING).putLong(2 * Integer.BYTES, commit);
    buffer.putInt(Integer.BYTES, checksum(buffer.duplicate().position(2 * Integer.BYTES)));
    int bytes = buffer.remaining();
    write(buffer, end);
    if (fsync) channel.force(false);
    end += bytes;
  }

  /** Reads the commits from the first on, until what follows is not one of this use of the file. */
  void read(Reader reader) throws IOException {
    end = HEADING;
    while (true) {
      ByteBuffer heading = read(end, RECORD_HEADING);
      if (heading.remaining() < RECORD_HEADING) return;
      int length = heading.getInt();
      int checksum = heading.getInt();
      long commit = heading.getLong();
      if (length < 0 || length > channel.size() - end - RECORD_HEADING) return;
      ByteBuffer record = read(end + 2 * Integer.BYTES, Long.BYTES + length);
      if (record.remaining() < Long.BYTES + length || checksum(record.duplicate()) != checksum)
        return;
      reader.read(commit, Changes.read(record.position(Long.BYTES)));
      end += RECORD_HEADING + length;
    }
  }

  /** Takes a commit that was read. */
  interface Reader {
    void read(long commit, List<Change> changes);
  }

  private int checksum(ByteBuffer of) {
    var checksum = new CRC32C();
    checksum.update(ByteBuffer.allocate(Long.BYTES).putLong(drawn).flip());
    checksum.update(of);
    return (int) checksum.getValue();
  }

  private void write(ByteBuffer source, long position) throws IOException {
    for (long at = position; source.hasRemaining(); ) at += channel.write(source, at);
  }

  /** As many bytes as there are, at most so many. */
  private ByteBuffer read(long position, int length) throws IOException {
    ByteBuffer target = ByteBuffer.allocate(length);
    while (target.hasRemaining()) if (channel.read(target, position + target.position()) < 0) break;
    return target.flip();
  }

  void close() throws IOException {
    channel.close();
  }
}
