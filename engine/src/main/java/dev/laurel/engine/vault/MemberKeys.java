package dev.laurel.engine.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The members' keys, unwrapped for a while, so that events and states can be read without asking
 * the store each time. Thread-safe.
 */
final class MemberKeys {
  /** More than a batch of events has members, and a few megabytes. */
  static final int MOST_HELD = 20_000;

  /** So long a process may still know a key that another one has destroyed. */
  static final Duration HELD_FOR = Duration.ofMinutes(1);

  /**
   * @param key empty where the member was erased
   */
  private record Held(Optional<Aead> key, Instant until) {}

  private final VaultStore store;
  private final MasterKey master;
  private final StoreSecret secret;
  private final Graves graves;
  private final InstantSource clock;
  private final Map<String, Held> held = new LinkedHashMap<>(16, 0.75f, true);

  MemberKeys(
      VaultStore store, MasterKey master, StoreSecret secret, Graves graves, InstantSource clock) {
    this.store = store;
    this.master = master;
    this.secret = secret;
    this.graves = graves;
    this.clock = clock;
  }

  /**
   * The member's key; empty where the member was erased.
   *
   * @throws BrokenSealException when there is none although the member was not erased
   */
  Optional<Aead> find(String member) {
    return key(member, false);
  }

  /** The member's key, which is made where there is none; empty where the member was erased. */
  Optional<Aead> findOrMake(String member) {
    return key(member, true);
  }

  private Optional<Aead> key(String member, boolean make) {
    Instant now = clock.instant();
    synchronized (held) {
      Held known = held.get(member);
      if (known != null && known.until.isAfter(now)) return known.key;
    }
    Optional<Aead> key = load(Set.of(member), make).get(member);
    if (key != null) return key;
    if (graves.has(secret.mark(member))) return Optional.empty();
    throw BrokenSealException.keyMissing(member);
  }

  /** Holds the keys of all of these, as many as fit, with a single question. */
  void ready(Collection<String> members, boolean make) {
    Instant now = clock.instant();
    Set<String> unknown = new LinkedHashSet<>(members);
    synchronized (held) {
      unknown.removeIf(member -> {
        Held known = held.get(member);
        return known != null && known.until.isAfter(now);
      });
    }
    if (!unknown.isEmpty()) load(unknown, make);
  }

  private Map<String, Optional<Aead>> load(Set<String> members, boolean make) {
    Map<String, Optional<Aead>> keys = new HashMap<>();
    Map<String, VaultRecord> found = store.find(members);
    found.forEach((member, record) -> keys.put(member, unwrapped(record)));
    if (make && found.size() < members.size()) {
      Set<String> missing = new LinkedHashSet<>(members);
      missing.removeAll(found.keySet());
      keys.putAll(made(missing));
    }
    Instant until = clock.instant().plus(HELD_FOR);
    synchronized (held) {
      keys.forEach((member, key) -> held.put(member, new Held(key, until)));
      var eldest = held.keySet().iterator();
      while (held.size() > MOST_HELD) {
        eldest.next();
        eldest.remove();
      }
    }
    return keys;
  }

  private Map<String, Optional<Aead>> made(Set<String> members) {
    Map<String, Optional<Aead>> keys = new HashMap<>();
    List<VaultRecord> records = new ArrayList<>();
    for (String member : members) {
      String mark = secret.mark(member);
      Optional<Erasure> erased = graves.find(mark);
      if (erased.isPresent()) {
        keys.put(member, Optional.empty());
        records.add(new VaultRecord.Erased(member, 1, mark, erased.get()));
      } else {
        KeysetHandle key = Ciphers.newMemberKey();
        keys.put(member, Optional.of(Ciphers.sealing(key)));
        records.add(kept(member, mark, key));
      }
    }
    store.begin(records).forEach((member, first) -> keys.put(member, unwrapped(first)));
    return keys;
  }

  private VaultRecord kept(String member, String mark, KeysetHandle key) {
    byte[] wrapped = Ciphers.wrap(key, master.current(), context(member));
    return new VaultRecord.Kept(
        member, 1, mark, master.name(), wrapped, Optional.empty(), Set.of());
  }

  private Optional<Aead> unwrapped(VaultRecord record) {
    return switch (record) {
      case VaultRecord.Kept kept -> Optional.of(Ciphers.sealing(opened(kept)));
      case VaultRecord.Erased _ -> Optional.empty();
    };
  }

  private KeysetHandle opened(VaultRecord.Kept kept) {
    return Ciphers.unwrap(
        kept.key(),
        master.named(kept.wrapping()),
        context(kept.member()),
        "the key of the member " + kept.member());
  }

  /** The record with its key under the current master key; empty where it is. */
  Optional<VaultRecord.Kept> rewrapped(VaultRecord.Kept kept) {
    if (kept.wrapping().equals(master.name())) return Optional.empty();
    byte[] key = Ciphers.wrap(opened(kept), master.current(), context(kept.member()));
    return Optional.of(kept.rewrapped(master.name(), key));
  }

  void forget(String member) {
    synchronized (held) {
      held.remove(member);
    }
  }

  int size() {
    synchronized (held) {
      return held.size();
    }
  }

  private static byte[] context(String member) {
    return Ciphers.context("laurel.vault.key", Objects.requireNonNull(member));
  }
}
