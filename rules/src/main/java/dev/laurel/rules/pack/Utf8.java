package dev.laurel.rules.pack;

import dev.laurel.rules.fault.Place;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes as UTF-8, strictly: nothing is replaced. */
final class Utf8 {
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private Utf8() {}

  /** The text without a byte order mark; empty, with a fault, where the bytes are none. */
  static Optional<String> decode(byte[] content, Report report) {
    ByteBuffer in = ByteBuffer.wrap(content);
    CharBuffer out = CharBuffer.allocate(content.length);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    if (result.isError()) {
      int line = 1;
      for (int i = 0; i < in.position(); i++) if (content[i] == '\n') line++;
      report.fault(
          "not-utf-8",
          line,
          0,
          Place.ROOT,
          "byte %d".formatted(in.position()),
          "The file is not encoded in UTF-8.",
          "Save it as UTF-8.");
      return Optional.empty();
    }
    out.flip();
    if (out.hasRemaining() && out.get(0) == BYTE_ORDER_MARK) out.get();
    return Optional.of(out.toString());
  }
}
