package dev.laurel.engine.vault;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The port kept in memory, as plainly as possible; it counts how often it is asked. Thread-safe.
 */
public final class MemoryVaultStore implements VaultStore {
  private final TreeMap<String, VaultRecord> records = new TreeMap<>();
  private Optional<WrappedSecret> secret = Optional.empty();
  private int asked;

  synchronized int asked() {
    return asked;
  }

  /** What a copy of the store would hold. */
  synchronized MemoryVaultStore copy() {
    MemoryVaultStore copy = new MemoryVaultStore();
    copy.records.putAll(records);
    copy.secret = secret;
    return copy;
  }

  synchronized List<VaultRecord> all() {
    return List.copyOf(records.values());
  }

  /** As whoever can write to the store could change it. */
  synchronized void tamper(VaultRecord record) {
    records.put(record.member(), record);
  }

  synchronized void lose(String member) {
    records.remove(member);
  }

  @Override
  public synchronized Optional<WrappedSecret> secret() {
    asked++;
    return secret;
  }

  @Override
  public synchronized boolean put(WrappedSecret next) {
    asked++;
    if (secret.map(WrappedSecret::version).orElse(0L) != next.version() - 1) return false;
    secret = Optional.of(next);
    return true;
  }

  @Override
  public synchronized Map<String, VaultRecord> find(Collection<String> members) {
    asked++;
    Map<String, VaultRecord> found = new HashMap<>(records);
    found.keySet().retainAll(members);
    return found;
  }

  @Override
  public synchronized Map<String, VaultRecord> begin(Collection<VaultRecord> begun) {
    asked++;
    Map<String, VaultRecord> before = new HashMap<>();
    for (VaultRecord record : begun) {
      VaultRecord first = records.putIfAbsent(record.member(), record);
      if (first != null) before.put(record.member(), first);
    }
    return before;
  }

  @Override
  public synchronized boolean put(VaultRecord record) {
    asked++;
    VaultRecord before = records.get(record.member());
    if (before == null || before.version() != record.version() - 1) return false;
    records.put(record.member(), record);
    return true;
  }

  @Override
  public synchronized List<VaultRecord> marked(Collection<String> marks) {
    asked++;
    return records.values().stream().filter(r -> marks.contains(r.mark())).toList();
  }

  @Override
  public synchronized List<VaultRecord.Kept> search(String token, String after, int limit) {
    return page(after, Integer.MAX_VALUE).stream()
        .filter(VaultRecord.Kept.class::isInstance)
        .map(VaultRecord.Kept.class::cast)
        .filter(kept -> kept.tokens().contains(token))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<VaultRecord> page(String after, int limit) {
    asked++;
    return records.tailMap(after, false).values().stream().limit(limit).toList();
  }
}
