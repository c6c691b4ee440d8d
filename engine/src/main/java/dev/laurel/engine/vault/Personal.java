package dev.laurel.engine.vault;

import dev.laurel.engine.binary.BinaryReader;
import dev.laurel.engine.binary.BinaryWriter;
import dev.laurel.engine.binary.Data;
import dev.laurel.engine.event.Event.Body;
import dev.laurel.rules.language.Datum;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What events bring of a member, or a part of it. Immutable. */
record Personal(Optional<MonthDay> birthday, Map<String, Datum> attributes) {
  private static final int VERSION = 1;
  private static final Personal NOTHING = new Personal(Optional.empty(), Map.of());

  /** What a body brings of its member. */
  static Personal of(Body body) {
    return switch (body) {
      case Body.Enrolment(var birthday, var attributes) -> new Personal(birthday, attributes);
      case Body.Change(var attributes) -> new Personal(Optional.empty(), attributes);
      case Body.Purchase _,
          Body.Return _,
          Body.Redemption _,
          Body.Reservation _,
          Body.Confirmation _,
          Body.Cancellation _,
          Body.Other _,
          Body.Adjustment _,
          Body.Grant _,
          Body.Transfer _,
          Body.Use _,
          Body.Received _,
          Body.PoolJoin _,
          Body.PoolLeave _,
          Body.PoolJoined _,
          Body.PoolLeft _,
          Body.PoolSpent _,
          Body.PoolPoints _,
          Body.PoolDeclined _,
          Body.ReferralReward _,
          Body.Due _ ->
          NOTHING;
    };
  }

  /** The body with this in the place of what it brought. */
  Body in(Body body) {
    return switch (body) {
      case Body.Enrolment _ -> new Body.Enrolment(birthday, attributes);
      case Body.Change _ -> new Body.Change(attributes);
      case Body.Purchase _,
          Body.Return _,
          Body.Redemption _,
          Body.Reservation _,
          Body.Confirmation _,
          Body.Cancellation _,
          Body.Other _,
          Body.Adjustment _,
          Body.Grant _,
          Body.Transfer _,
          Body.Use _,
          Body.Received _,
          Body.PoolJoin _,
          Body.PoolLeave _,
          Body.PoolJoined _,
          Body.PoolLeft _,
          Body.PoolSpent _,
          Body.PoolPoints _,
          Body.PoolDeclined _,
          Body.ReferralReward _,
          Body.Due _ ->
          body;
    };
  }

  /** What of it must be sealed. */
  Personal sealed(Predicate<String> readable) {
    return new Personal(birthday, some(readable.negate()));
  }

  /** What of it may stand readable. */
  Personal readable(Predicate<String> readable) {
    return new Personal(Optional.empty(), some(readable));
  }

  private Map<String, Datum> some(Predicate<String> names) {
    SortedMap<String, Datum> some = new TreeMap<>(attributes);
    some.keySet().removeIf(names.negate());
    return some;
  }

  /** Both together. */
  Personal with(Personal other) {
    SortedMap<String, Datum> all = new TreeMap<>(attributes);
    all.putAll(other.attributes);
    return new Personal(birthday.or(other::birthday), all);
  }

  boolean isEmpty() {
    return birthday.isEmpty() && attributes.isEmpty();
  }

  byte[] write() {
    BinaryWriter to = new BinaryWriter().put(VERSION);
    to.put(birthday.map(MonthDay::getMonthValue).orElse(0));
    to.put(birthday.map(MonthDay::getDayOfMonth).orElse(0));
    Data.write(attributes, to);
    return Arrays.copyOf(to.memory(), to.size());
  }

  /**
   * @throws IllegalArgumentException when the bytes are of a version that is not known
   */
  static Personal read(byte[] bytes) {
    BinaryReader from = new BinaryReader().over(bytes, 0, bytes.length);
    int version = from.take();
    if (version != VERSION)
      throw new IllegalArgumentException(
          "What was sealed is of version %d; this Laurel reads version %d."
              .formatted(version, VERSION));
    int month = from.take();
    int day = from.take();
    return new Personal(
        month == 0 ? Optional.empty() : Optional.of(MonthDay.of(month, day)), Data.read(from));
  }
}
