package dev.laurel.engine.intake;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A text file as UTF-8 without byte-order mark, whatever it is written in and whether or not it is
 * packed by gzip. A byte-order mark counts more than the encoding that was named. Bytes that are no
 * text in their encoding become {@link Transcoder#NO_TEXT}. Not thread-safe.
 */
final class TextFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_MARK = 4;
  private static final int GZIP_FIRST = 0x1F;
  private static final int GZIP_SECOND = 0x8B;

  // The mark of UTF-32 begins with that of UTF-16, so it is looked for first.
  private static final Map<String, byte[]> MARKS = new LinkedHashMap<>();

  static {
    MARKS.put("UTF-8", new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    MARKS.put("UTF-32LE", new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0});
    MARKS.put("UTF-32BE", new byte[] {0, 0, (byte) 0xFE, (byte) 0xFF});
    MARKS.put("UTF-16LE", new byte[] {(byte) 0xFF, (byte) 0xFE});
    MARKS.put("UTF-16BE", new byte[] {(byte) 0xFE, (byte) 0xFF});
  }

  private final Counting raw;
  private final InputStream text;

  private TextFile(Counting raw, InputStream text) {
    this.raw = raw;
    this.text = text;
  }

  static TextFile open(Path file, Charset encoding) throws IOException {
    Counting raw = new Counting(Files.newInputStream(file));
    try {
      InputStream packed = new BufferedInputStream(raw, BUFFER);
      byte[] first = peek(packed, 2);
      boolean gzip =
          first.length == 2 && (first[0] & 0xFF) == GZIP_FIRST && (first[1] & 0xFF) == GZIP_SECOND;
      InputStream bytes =
          gzip ? new BufferedInputStream(new GZIPInputStream(packed, BUFFER), BUFFER) : packed;
      return new TextFile(raw, decoded(bytes, encoding));
    } catch (IOException | RuntimeException failed) {
      raw.close();
      throw failed;
    }
  }

  /** The text in UTF-8. */
  InputStream text() {
    return text;
  }

  /** How many bytes of the file as it lies on disk have been read. */
  long position() {
    return raw.count;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  private static InputStream decoded(InputStream bytes, Charset named) throws IOException {
    byte[] first = peek(bytes, LONGEST_MARK);
    Charset encoding = named;
    for (Map.Entry<String, byte[]> mark : MARKS.entrySet()) {
      int length = mark.getValue().length;
      if (first.length < length || !Arrays.equals(first, 0, length, mark.getValue(), 0, length))
        continue;
      bytes.skipNBytes(length);
      encoding = Charset.forName(mark.getKey());
      break;
    }
    // What is no UTF-8 is found row by row, which costs less than to look at all of it here.
    return encoding.equals(StandardCharsets.UTF_8) ? bytes : new Transcoder(bytes, encoding);
  }

  private static byte[] peek(InputStream in, int most) throws IOException {
    in.mark(most);
    byte[] first = in.readNBytes(most);
    in.reset();
    return first;
  }

  /** Counts what is read through it. */
  private static final class Counting extends FilterInputStream {
    private volatile long count;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      if (next >= 0) add(1);
      return next;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      int read = super.read(to, from, length);
      if (read > 0) add(read);
      return read;
    }

    // One thread reads; others may look at how far it has come.
    @SuppressWarnings("NonAtomicVolatileUpdate")
    private void add(int more) {
      count += more;
    }
  }
}
