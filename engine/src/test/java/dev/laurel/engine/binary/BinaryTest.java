package dev.laurel.engine.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BinaryTest {
  @Property
  void what_was_written_is_read_back(
      @ForAll String text,
      @ForAll long number,
      @ForAll byte[] block,
      @ForAll("names") String name) {
    var writer = new BinaryWriter();
    writer.text(text).number(number).block(block).sortedText(name).count(number >>> 1).put(7);
    var reader = new BinaryReader().over(writer.memory(), 0, writer.size());
    assertThat(reader.text()).isEqualTo(text);
    assertThat(reader.number()).isEqualTo(number);
    assertThat(reader.block()).isEqualTo(block);
    assertThat(reader.sortedText()).isEqualTo(name);
    assertThat(reader.count()).isEqualTo(number >>> 1);
    assertThat(reader.take()).isEqualTo(7);
    assertThat(reader.atEnd()).isTrue();
  }

  @Property
  void texts_stand_in_the_order_of_their_bytes_whatever_follows(
      @ForAll("names") String a, @ForAll("names") String b, @ForAll byte after) {
    var first = new BinaryWriter().sortedText(a).put(after);
    var second = new BinaryWriter().sortedText(b).put(~after);
    if (!a.equals(b)) assertThat(compared(first, second)).isEqualTo(Integer.signum(a.compareTo(b)));
  }

  @Property
  void numbers_stand_in_the_order_of_their_bytes(
      @ForAll @LongRange(min = -(1L << 39), max = (1L << 39) - 1) long a,
      @ForAll @LongRange(min = -(1L << 39), max = (1L << 39) - 1) long b) {
    var first = new BinaryWriter().sortedNumber(a, 5);
    var second = new BinaryWriter().sortedNumber(b, 5);
    assertThat(compared(first, second)).isEqualTo(Long.compare(a, b));
    assertThat(new BinaryReader().over(first.memory(), 0, 5).sortedNumber(5)).isEqualTo(a);
  }

  @Property
  void a_repeated_text_is_held_once(@ForAll("names") String last, @ForAll("names") String next) {
    var writer = new BinaryWriter().sortedText(next).put(1);
    var reader = new BinaryReader().over(writer.memory(), 0, writer.size());
    assertThat(reader.sortedText(last)).isEqualTo(next);
    assertThat(reader.take()).isOne();
  }

  @Property
  void a_number_that_does_not_fit_is_refused(@ForAll @IntRange(min = 1, max = 7) int width) {
    long tooLarge = 1L << Byte.SIZE * width - 1;
    assertThatThrownBy(() -> new BinaryWriter().sortedNumber(tooLarge, width))
        .isInstanceOf(IllegalArgumentException.class);
    new BinaryWriter().sortedNumber(-tooLarge, width);
  }

  @Test
  void a_text_with_the_character_that_ends_it_is_refused() {
    assertThatThrownBy(() -> new BinaryWriter().sortedText("a\0b"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void halves_of_surrogate_pairs_stand_below_the_last_characters_as_java_has_it() {
    var emoji = new BinaryWriter().sortedText("😀");
    var last = new BinaryWriter().sortedText("\uffee");
    assertThat(compared(emoji, last)).isEqualTo(Integer.signum("😀".compareTo("\uffee")));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .withChars('a', 'b', '\u0001', 'é', '€', '\ud83d', '\ude00', '\uffee')
        .ofMaxLength(4);
  }

  private static int compared(BinaryWriter a, BinaryWriter b) {
    return Integer.signum(Arrays.compareUnsigned(a.memory(), 0, a.size(), b.memory(), 0, b.size()));
  }
}
