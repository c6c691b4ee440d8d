package dev.laurel.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.binary.BinaryReader;
import dev.laurel.engine.binary.BinaryWriter;
import dev.laurel.engine.event.Event.Body.Due;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EventCodecTest {
  private static final Comparator<Event> BY_MEMBER =
      Comparator.comparing(Event::member).thenComparing(Event.ORDER);

  @Property
  void every_event_comes_back_as_it_was(@ForAll("events") @Size(max = 4) List<Event> events) {
    var codec = new EventCodec();
    var to = new BinaryWriter();
    for (Event event : events) {
      codec.writeKey(event, to);
      codec.writeBody(event, to);
    }
    var from = new BinaryReader().over(to.memory(), 0, to.size());
    for (Event event : events)
      assertThat(codec.readBody(codec.readKey(from), from)).isEqualTo(event);
    assertThat(from.atEnd()).isTrue();
  }

  @Property
  void keys_stand_in_the_order_of_members_and_then_of_their_events(
      @ForAll("event") Event a, @ForAll("event") Event b) {
    int byBytes = Arrays.compareUnsigned(key(a), key(b));
    assertThat(Integer.signum(byBytes)).isEqualTo(Integer.signum(BY_MEMBER.compare(a, b)));
  }

  @Test
  void a_shorter_id_goes_first_so_that_lines_of_a_file_keep_their_order() {
    assertThat(Arrays.compareUnsigned(key(named("f:9")), key(named("f:10")))).isNegative();
  }

  @Test
  void what_falls_due_by_time_is_never_written() {
    var due = new Event("time", "x", "m", Instant.EPOCH, new Due(Due.What.EXPIRY, "points"));
    assertThatThrownBy(() -> new EventCodec().writeBody(due, new BinaryWriter()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_happens_to_a_pool_comes_back_as_it_was() {
    Optional<String> ann = Optional.of("ann");
    for (Event.Body body :
        List.of(
            new Event.Body.PoolJoin("ann"),
            new Event.Body.PoolLeave("ann"),
            new Event.Body.Redemption("points", 5, Optional.empty(), ann),
            new Event.Body.Reservation("points", 5, Optional.of("coffee"), ann))) {
      var event = new Event("app", "1", "pool:home", Instant.EPOCH, body);
      var codec = new EventCodec();
      var to = new BinaryWriter();
      codec.writeKey(event, to);
      codec.writeBody(event, to);
      var from = new BinaryReader().over(to.memory(), 0, to.size());
      assertThat(codec.readBody(codec.readKey(from), from)).isEqualTo(event);
    }
  }

  @Provide
  Arbitrary<Event> event() {
    return RandomEvents.events();
  }

  @Provide
  Arbitrary<List<Event>> events() {
    return RandomEvents.events().list();
  }

  private static Event named(String id) {
    return new Event("file", id, "m", Instant.EPOCH, new Event.Body.Change(java.util.Map.of()));
  }

  private static byte[] key(Event event) {
    var to = new BinaryWriter();
    new EventCodec().writeKey(event, to);
    return Arrays.copyOf(to.memory(), to.size());
  }
}
