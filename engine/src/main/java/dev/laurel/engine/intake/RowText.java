package dev.laurel.engine.intake;

import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.fault.Faults;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a row says as text, where it is text at all. */
final class RowText {
  private static final char REPLACEMENT = '\uFFFD';

  private RowText() {}

  /** Whether nothing was wrong with the row when it was cut from the file; reported otherwise. */
  static boolean isWhole(RowBatch batch, int row, Faults faults) {
    return switch (batch.problem(row)) {
      case NONE -> true;
      case UNCLOSED_QUOTE -> {
        faults.add(
            Fault.at(
                "bad-quotes",
                "",
                "",
                "A field begins with a quote that is never closed.",
                "Close it, or write each quote within a quoted field twice."));
        yield false;
      }
      case TEXT_AFTER_QUOTE -> {
        faults.add(
            Fault.at(
                "bad-quotes",
                "",
                "",
                "Behind the closing quote of a field stands something else than a delimiter.",
                "Write each quote within a quoted field twice."));
        yield false;
      }
      case TOO_LONG -> {
        faults.add(
            Fault.at(
                "too-long",
                "",
                "",
                "The row has more than %,d bytes.".formatted(RowSplitter.LONGEST_ROW),
                "Look whether the lines of the file end as they should."));
        yield false;
      }
    };
  }

  /** The row as text; reported where its bytes are none in the encoding of the file. */
  static Optional<String> of(RowBatch batch, int row, Faults faults) {
    if (!isWhole(batch, row, faults)) return Optional.empty();
    int from = batch.from(row);
    int length = batch.to(row) - from;
    String text = new String(batch.bytes(), from, length, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) < 0 || isUtf8(batch.bytes(), from, length))
      return Optional.of(text);
    faults.add(
        Fault.at(
            "bad-encoding",
            "",
            text,
            "The row holds bytes that are no text in the encoding of the file.",
            "Name the file's encoding in the mapping, such as windows-1252."));
    return Optional.empty();
  }

  /** A file may hold the replacement character itself. */
  private static boolean isUtf8(byte[] bytes, int from, int length) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
