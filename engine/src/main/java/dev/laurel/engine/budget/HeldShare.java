package dev.laurel.engine.budget;

import java.util.HashMap;
import java.util.Map;

/** A share that this process holds. Guarded by its budget's lock. */
final class HeldShare {
  /** What an event may use until it is known what it used. */
  static final class Reserved {
    long amount;
    final long since;

    Reserved(long since) {
      this.since = since;
    }
  }

  final long number;

  /** By event. */
  final Map<String, Reserved> reserved = new HashMap<>();

  /** What of it is neither used nor reserved. */
  long free;

  /** Until when nobody else takes it for left behind, by this process's own time. */
  long until;

  HeldShare(long number, long free, long until) {
    this.number = number;
    this.free = free;
    this.until = until;
  }

  void reserve(String event, long more, long now) {
    reserved.computeIfAbsent(event, _ -> new Reserved(now)).amount += more;
    free -= more;
  }

  long reserved(String event) {
    Reserved own = reserved.get(event);
    return own == null ? 0 : own.amount;
  }

  /** It is known what the event used; the rest is free again. */
  void used(String event, long amount) {
    Reserved own = reserved.remove(event);
    if (own != null) free += own.amount - amount;
  }
}
