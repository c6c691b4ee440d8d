package dev.laurel.engine.operation;

import dev.laurel.engine.recording.StoreUnavailableException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Revisions in memory, which can be out of reach for a while. */
final class MemoryRevisionStore implements RevisionStore {
  private final TreeMap<Integer, StoredRevision> revisions = new TreeMap<>();
  private final Set<Integer> withdrawn = new HashSet<>();
  private boolean reachable = true;

  void reachable(boolean now) {
    reachable = now;
  }

  private void ask() {
    if (!reachable)
      throw new StoreUnavailableException("Out of reach; ask again.", new RuntimeException());
  }

  @Override
  public List<Head> heads() {
    ask();
    return revisions.values().stream()
        .map(
            r -> new Head(r.number(), r.digest(), r.inForceSince(), withdrawn.contains(r.number())))
        .toList();
  }

  @Override
  public Optional<StoredRevision> find(String digest) {
    ask();
    return revisions.values().stream().filter(r -> r.digest().equals(digest)).findFirst();
  }

  @Override
  public Optional<StoredRevision> find(int number) {
    ask();
    return Optional.ofNullable(revisions.get(number));
  }

  @Override
  public boolean append(StoredRevision revision) {
    ask();
    return revisions.putIfAbsent(revision.number(), revision) == null;
  }

  @Override
  public void withdraw(int number) {
    ask();
    if (revisions.containsKey(number)) withdrawn.add(number);
  }
}
