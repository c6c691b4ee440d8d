package dev.laurel.engine.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what falls due of the members, a slice of them at a time, each leased for so long as it
 * takes page by page: several processes share the work instead of doing it twice. Thread-safe.
 */
final class DuePass {
  private static final Logger LOG = LoggerFactory.getLogger(DuePass.class);
  private static final int PAGE = 500;

  /** A page takes far less; who dies holds up a slice for so long. */
  private static final Duration LEASE = Duration.ofSeconds(30);

  /** When a member is looked at again of whom something could not be done. */
  private static final Duration LATER = Duration.ofHours(1);

  private final Stores stores;
  private final Applying applying;

  DuePass(Stores stores, Applying applying) {
    this.stores = stores;
    this.applying = applying;
  }

  int run(Instant until) {
    int members = 0;
    for (int slice = 0; slice < Slices.COUNT; slice++) members += run(slice, until);
    return members;
  }

  private int run(int slice, Instant until) {
    int members = 0;
    String name = "due-" + slice;
    List<String> page = stores.members().due(slice, until, PAGE);
    if (page.isEmpty()) return 0;
    while (!page.isEmpty() && stores.leases().take(name, LEASE).isPresent()) {
      for (String member : page) if (done(member, until)) members++;
      page = stores.members().due(slice, until, PAGE);
    }
    stores.leases().release(name);
    return members;
  }

  private boolean done(String member, Instant until) {
    try {
      return applying.passTime(member, until);
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("What falls due of member {} could not be done; others go on", member, e);
      applying.postpone(member, until.plus(LATER));
      return false;
    }
  }

  int renew(int revision) {
    String name = "renew-due";
    Optional<String> progress = stores.leases().take(name, LEASE);
    if (progress.isEmpty()) return 0;
    int members = 0;
    Renewal renewal = Renewal.parse(progress.get()).upTo(revision);
    while (!renewal.isDone()) {
      List<MemberRecord> page = stores.members().page(renewal.after(), PAGE);
      for (MemberRecord record : page) if (renewed(record.member())) members++;
      renewal = page.isEmpty() ? renewal.done() : renewal.after(page.getLast().member());
      if (!stores.leases().note(name, renewal.toString())) return members;
      if (stores.leases().take(name, LEASE).isEmpty()) return members;
    }
    stores.leases().release(name);
    return members;
  }

  private boolean renewed(String member) {
    try {
      return applying.renewDue(member);
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("When something falls due of member {} could not be told; others go on", member, e);
      return false;
    }
  }

  /**
   * How far the members were gone through for a revision. Immutable.
   *
   * @param after the last member done
   */
  private record Renewal(int revision, boolean isDone, String after) {
    static Renewal parse(String text) {
      String[] parts = text.split(":", 3);
      return parts.length < 3
          ? new Renewal(0, true, "")
          : new Renewal(Integer.parseInt(parts[0]), parts[1].equals("done"), parts[2]);
    }

    Renewal upTo(int later) {
      return later > revision ? new Renewal(later, false, "") : this;
    }

    Renewal after(String member) {
      return new Renewal(revision, false, member);
    }

    Renewal done() {
      return new Renewal(revision, true, "");
    }

    @Override
    public String toString() {
      return revision + ":" + (isDone ? "done" : "going") + ":" + after;
    }
  }
}
