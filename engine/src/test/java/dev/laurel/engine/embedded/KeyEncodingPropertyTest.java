package dev.laurel.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The bytes of a key run in the order in which the server sorts the values. */
class KeyEncodingPropertyTest {
  @Property
  void keys_are_ordered_as_their_values(
      @ForAll("values") Object one, @ForAll("values") Object two) {
    int expected = Integer.signum(ValueComparator.ascWithoutListHandling().compare(one, two));
    assertThat(order(KeyEncoding.ascending(one), KeyEncoding.ascending(two))).isEqualTo(expected);
    assertThat(order(KeyEncoding.descending(one), KeyEncoding.descending(two)))
        .isEqualTo(-expected);
  }

  @Property
  void no_key_begins_with_another(@ForAll("values") Object one, @ForAll("values") Object two) {
    Key first = KeyEncoding.ascending(one);
    Key second = KeyEncoding.ascending(two);
    boolean inside =
        second.compareTo(first) >= 0 && second.compareTo(first.afterAllThatBeginWithThis()) < 0;
    assertThat(inside).isEqualTo(first.equals(second));
  }

  private static int order(Key one, Key two) {
    return Integer.signum(one.compareTo(two));
  }

  @Provide
  Arbitrary<Object> values() {
    return Arbitraries.oneOf(
            scalars(),
            scalars().map(value -> new Document("a", value)),
            scalars().map(value -> new Document("b", value).append("a", 1)))
        .injectNull(0.05);
  }

  private static Arbitrary<Object> scalars() {
    return Arbitraries.oneOf(
        Arbitraries.integers().asGeneric(),
        Arbitraries.longs().asGeneric(),
        Arbitraries.doubles().between(-1e6, 1e6).asGeneric(),
        Arbitraries.strings().ofMaxLength(4).asGeneric(),
        Arbitraries.of("", "a", "a\u0000", "a\u0000b", "a\u0001", "ab", "é", "\uFFFF").asGeneric(),
        Arbitraries.of(true, false).asGeneric(),
        Arbitraries.longs().between(-1L << 40, 1L << 40).map(Instant::ofEpochMilli).asGeneric(),
        Arbitraries.longs().map(bits -> new UUID(bits, ~bits)).asGeneric(),
        Arbitraries.of(
                new ObjectId("000000000000000000000001"), new ObjectId("ff0000000000000000000001"))
            .asGeneric(),
        Arbitraries.of(MinKey.getInstance(), MaxKey.getInstance()).asGeneric());
  }
}
