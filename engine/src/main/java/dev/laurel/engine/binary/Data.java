package dev.laurel.engine.binary;

import dev.laurel.rules.condition.Value;
import dev.laurel.rules.language.Datum;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Attributes of events and members as bytes. Thread-safe. */
public final class Data {
  private static final int NUMBER = 1;
  private static final int LARGE_NUMBER = 2;
  private static final int TEXT = 3;
  private static final int TRUE = 4;
  private static final int FALSE = 5;
  private static final int DATE = 6;
  private static final int TIME = 7;
  private static final int SEVERAL = 8;

  private Data() {}

  /** Writes attributes in the order of their map. */
  public static void write(Map<String, Datum> attributes, BinaryWriter to) {
    to.count(attributes.size());
    attributes.forEach((name, datum) -> writeDatum(datum, to.text(name)));
  }

  /** Reads attributes, in the order of their names. */
  public static Attributes read(BinaryReader from) {
    int size = from.size();
    if (size == 0) return Attributes.none();
    String[] names = new String[size];
    Datum[] values = new Datum[size];
    for (int i = 0; i < size; i++) {
      names[i] = from.text();
      values[i] = readDatum(from);
    }
    return Attributes.of(names, values);
  }

  private static void writeDatum(Datum datum, BinaryWriter to) {
    switch (datum) {
      case Datum.One(Value.Number(var number)) -> writeNumber(number, to);
      case Datum.One(Value.Text(var text)) -> to.put(TEXT).text(text);
      case Datum.One(Value.Truth(var truth)) -> to.put(truth ? TRUE : FALSE);
      case Datum.One(Value.Date(var date)) -> to.put(DATE).number(date.toEpochDay());
      case Datum.One(Value.Time(var time)) -> to.put(TIME).count(time.toSecondOfDay());
      case Datum.Several(var texts) -> {
        to.put(SEVERAL).count(texts.size());
        texts.forEach(to::text);
      }
    }
  }

  private static void writeNumber(BigDecimal number, BinaryWriter to) {
    BigInteger unscaled = number.unscaledValue();
    if (unscaled.bitLength() < Long.SIZE)
      to.put(NUMBER).number(number.scale()).number(unscaled.longValue());
    else to.put(LARGE_NUMBER).number(number.scale()).block(unscaled.toByteArray());
  }

  private static Datum readDatum(BinaryReader from) {
    int kind = from.take();
    return switch (kind) {
      case NUMBER -> {
        int scale = Math.toIntExact(from.number());
        yield Datum.of(Value.of(BigDecimal.valueOf(from.number(), scale)));
      }
      case LARGE_NUMBER -> {
        int scale = Math.toIntExact(from.number());
        yield Datum.of(Value.of(new BigDecimal(new BigInteger(from.block()), scale)));
      }
      case TEXT -> Datum.of(Value.of(from.text()));
      case TRUE, FALSE -> Datum.of(Value.of(kind == TRUE));
      case DATE -> Datum.of(new Value.Date(LocalDate.ofEpochDay(from.number())));
      case TIME -> Datum.of(new Value.Time(LocalTime.ofSecondOfDay(from.count())));
      case SEVERAL -> {
        int size = from.size();
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) texts.add(from.text());
        yield new Datum.Several(texts);
      }
      default -> throw new IllegalStateException("No value begins with %d.".formatted(kind));
    };
  }
}
