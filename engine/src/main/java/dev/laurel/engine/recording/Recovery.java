package dev.laurel.engine.recording;

import dev.laurel.engine.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finishes what was begun and left: applies what was claimed but not applied, and drains what was
 * applied but not drained. Thread-safe, but for {@link #left()}.
 */
final class Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
  private static final int PAGE = 500;
  private static final int MOST_OPEN = 20_000;

  /**
   * Nothing that is sent to another member sends on more often. Without an end, one process would
   * not start while another goes on sending.
   */
  private static final int LONGEST_CHAIN = 8;

  private final Stores stores;
  private final EventForm form;
  private final Applying applying;
  private final Drain drain;

  /** What was open at the last look for what was left. */
  private Set<String> wereOpen = Set.of();

  /** Whose outbox was not empty then, and in which version. */
  private Map<String, Long> wereUndrained = Map.of();

  Recovery(Stores stores, EventForm form, Applying applying, Drain drain) {
    this.stores = stores;
    this.form = form;
    this.applying = applying;
    this.drain = drain;
  }

  /**
   * Finishes all that is there.
   *
   * @return how many events were open
   */
  int all() {
    int events = 0;
    String after = "";
    for (List<Claim> open = open(after); !open.isEmpty(); open = open(after)) {
      finish(open);
      events += open.size();
      after = open.getLast().key();
    }
    drainAll();
    // What was sent to other members is then in their outboxes, and may send on.
    for (int round = 0; round < LONGEST_CHAIN && drain.deliver() > 0; round++) drainAll();
    return events;
  }

  private void drainAll() {
    String after = "";
    for (List<MemberRecord> some = undrained(after); !some.isEmpty(); some = undrained(after)) {
      drain.now(some);
      after = some.getLast().member();
    }
  }

  /**
   * Finishes what was there at the last look already: what came since may be on its way.
   *
   * @return how many events were left
   */
  int left() {
    List<Claim> open = open("");
    List<Claim> left = open.stream().filter(claim -> wereOpen.contains(claim.key())).toList();
    Set<String> areOpen = new HashSet<>();
    open.forEach(claim -> areOpen.add(claim.key()));
    finish(left);
    wereOpen = areOpen;

    Map<String, Long> areUndrained = new HashMap<>();
    String after = "";
    for (List<MemberRecord> some = undrained(after);
        !some.isEmpty() && areUndrained.size() < MOST_OPEN;
        some = undrained(after)) {
      drain.now(some.stream().filter(this::wasUndrained).toList());
      some.forEach(record -> areUndrained.put(record.member(), record.version()));
      after = some.getLast().member();
    }
    wereUndrained = areUndrained;
    drain.deliver();
    return left.size();
  }

  private boolean wasUndrained(MemberRecord record) {
    return wereUndrained.getOrDefault(record.member(), 0L) == record.version();
  }

  /** So many claims together, that those of one member are applied in the order of their time. */
  private List<Claim> open(String after) {
    List<Claim> all = new ArrayList<>();
    String last = after;
    while (all.size() < MOST_OPEN) {
      List<Claim> some = stores.events().open(last, PAGE);
      all.addAll(some);
      if (some.size() < PAGE) break;
      last = some.getLast().key();
    }
    return all;
  }

  private List<MemberRecord> undrained(String after) {
    return stores.members().undrained(after, PAGE);
  }

  private void finish(List<Claim> open) {
    Map<String, List<Claim>> byMember = new LinkedHashMap<>();
    for (Claim claim : open)
      byMember.computeIfAbsent(claim.member(), m -> new ArrayList<>()).add(claim);
    for (Map.Entry<String, List<Claim>> own : byMember.entrySet())
      try {
        List<Event> events = own.getValue().stream().map(c -> form.read(c.event())).toList();
        stores.events().close(applying.apply(Map.of(own.getKey(), events)).keySet());
      } catch (StoreUnavailableException e) {
        throw e;
      } catch (RuntimeException e) {
        // It stays claimed and is tried again; whoever sends it again is told why it fails.
        LOG.error("Events of member {} could not be applied; others go on", own.getKey(), e);
      }
  }
}
