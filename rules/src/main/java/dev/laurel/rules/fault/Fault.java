package dev.laurel.rules.fault;

import java.util.Comparator;

/**
 * One thing wrong with what was handed in. Immutable; its text is English, its code is stable and
 * may be matched on.
 *
 * @param code stable, in kebab case, such as {@code unknown-key}
 * @param file the file's name within the pack; empty when the fault belongs to the whole pack
 * @param line the line in that file, from 1; 0 where no line can be named
 * @param column the column in that line, from 1; 0 where none can be named
 * @param place the path in the pack, such as {@code earning/weekend-double/when/2}
 * @param value what was found there, cut off after 120 characters; empty when something is absent
 * @param message what is wrong, in one sentence
 * @param remedy what to do now, in one sentence
 */
public record Fault(
    String code,
    String file,
    int line,
    int column,
    String place,
    String value,
    String message,
    String remedy)
    implements Comparable<Fault> {
  private static final int LONGEST_VALUE = 120;
  private static final Comparator<Fault> ORDER =
      Comparator.comparing(Fault::file)
          .thenComparingInt(Fault::line)
          .thenComparingInt(Fault::column)
          .thenComparing(Fault::place)
          .thenComparing(Fault::code)
          .thenComparing(Fault::message);

  public Fault {
    if (value.length() > LONGEST_VALUE) {
      int end = LONGEST_VALUE - 1;
      if (Character.isHighSurrogate(value.charAt(end - 1))) end--;
      value = value.substring(0, end) + "…";
    }
  }

  /** A fault of the pack as a whole or of a place without a known line. */
  public static Fault at(String code, String place, String value, String message, String remedy) {
    return new Fault(code, "", 0, 0, place, value, message, remedy);
  }

  /** By file, line, column, place. */
  @Override
  public int compareTo(Fault other) {
    return ORDER.compare(this, other);
  }

  /** One line: {@code earning.yaml:12:9 earning/base/per [unknown-key] message remedy}. */
  @Override
  public String toString() {
    String where =
        file.isEmpty() ? "" : line == 0 ? file + " " : file + ":" + line + ":" + column + " ";
    String at = place.isEmpty() ? "" : place + " ";
    return where + at + "[" + code + "] " + message + (remedy.isEmpty() ? "" : " " + remedy);
  }
}
