package dev.laurel.engine.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text of another encoding as UTF-8. Not thread-safe. */
final class Transcoder extends InputStream {
  /** Stands for bytes that are no text; no byte of UTF-8 has this value. */
  static final byte NO_TEXT = (byte) 0xFF;

  private static final int BUFFER = 1 << 14;

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
  private final ByteBuffer raw = ByteBuffer.allocate(BUFFER).flip();
  private final CharBuffer chars = CharBuffer.allocate(BUFFER);
  // No character takes more than three bytes, a surrogate pair four, and one byte may be NO_TEXT.
  private final ByteBuffer utf8 = ByteBuffer.allocate(3 * BUFFER + 1).flip();
  private boolean rawEnded;
  private boolean ended;

  Transcoder(InputStream in, Charset from) {
    this.in = in;
    this.decoder =
        from.newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public int read() throws IOException {
    return fill() ? utf8.get() & 0xFF : -1;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    if (length == 0) return 0;
    if (!fill()) return -1;
    int taken = Math.min(length, utf8.remaining());
    utf8.get(to, from, taken);
    return taken;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private boolean fill() throws IOException {
    while (!utf8.hasRemaining()) {
      if (ended) return false;
      step();
    }
    return true;
  }

  private void step() throws IOException {
    readRaw();
    CoderResult result = decoder.decode(raw, chars, rawEnded);
    if (result.isUnderflow() && rawEnded && decoder.flush(chars).isUnderflow()) ended = true;
    utf8.clear();
    chars.flip();
    // Half of a surrogate pair stays until its other half is decoded.
    encoder.encode(chars, utf8, ended);
    chars.compact();
    if (result.isError()) {
      raw.position(raw.position() + result.length());
      utf8.put(NO_TEXT);
    }
    utf8.flip();
  }

  private void readRaw() throws IOException {
    if (rawEnded) return;
    raw.compact();
    int read = in.read(raw.array(), raw.position(), raw.remaining());
    if (read < 0) rawEnded = true;
    else raw.position(raw.position() + read);
    raw.flip();
  }
}
