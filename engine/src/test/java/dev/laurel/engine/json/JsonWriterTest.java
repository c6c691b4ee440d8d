package dev.laurel.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonWriterTest {
  private static final JsonMapper JACKSON = new JsonMapper();

  @Test
  void an_object_has_its_keys_in_order_and_no_blanks() {
    var json = new JsonWriter();
    json.open()
        .key("member")
        .text("00001")
        .key("points")
        .open()
        .key("available")
        .number(11)
        .close();
    json.key("tags").openList().text("a").text("b").closeList().key("app").truth(true).close();
    json.endLine().open().close().endLine();
    assertThat(json.toString())
        .isEqualTo(
            "{\"member\":\"00001\",\"points\":{\"available\":11},\"tags\":[\"a\",\"b\"],\"app\":true}\n"
                + "{}\n");
  }

  @Test
  void a_text_is_escaped_only_where_json_demands_it() {
    assertThat(new JsonWriter().text("a\"b\\c\n\r\t\u0001/é€😀\u007f\ud800").toString())
        .isEqualTo("\"a\\\"b\\\\c\\n\\r\\t\\u0001/é€😀\u007f\\ud800\"");
  }

  @Test
  void amounts_keep_their_places_and_quantities_lose_needless_ones() {
    assertThat(new JsonWriter().decimal(1120, 2).toString()).isEqualTo("11.20");
    assertThat(new JsonWriter().decimal(-5, 2).toString()).isEqualTo("-0.05");
    assertThat(new JsonWriter().shortDecimal(2_000_000, 6).toString()).isEqualTo("2");
    assertThat(new JsonWriter().shortDecimal(250_000, 6).toString()).isEqualTo("0.25");
    assertThat(new JsonWriter().shortDecimal(0, 6).toString()).isEqualTo("0");
  }

  @Property
  void every_text_is_read_back_as_it_was(@ForAll String text) {
    assertThat(JACKSON.readTree(new JsonWriter().text(text).toBytes()).stringValue())
        .isEqualTo(text);
  }

  @Property
  void every_decimal_is_that_of_plain_arithmetic(
      @ForAll long unscaled, @ForAll @IntRange(max = 18) int places) {
    assertThat(new JsonWriter().decimal(unscaled, places).toString())
        .isEqualTo(BigDecimal.valueOf(unscaled, places).toPlainString());
  }

  @Property
  void every_instant_is_written_as_java_writes_it(
      @ForAll @LongRange(min = -62135596800L, max = 253402300799L) long second,
      @ForAll @IntRange(max = 1) int nano) {
    Instant at = Instant.ofEpochSecond(second, nano * 1_000_000L);
    assertThat(new JsonWriter().instant(at).toString()).isEqualTo("\"" + at + "\"");
  }

  @Test
  void memory_is_used_again_after_clearing() {
    var json = new JsonWriter().text("before");
    json.clear();
    assertThat(json.text("x").toString()).isEqualTo("\"x\"");
  }
}
