package dev.laurel.engine.vault;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The tombstones by mark, held in memory. Thread-safe. */
final class Graves {
  private final Tombstones tombstones;
  private final Map<String, Erasure> erasures = new ConcurrentHashMap<>();

  Graves(Tombstones tombstones) {
    this.tombstones = tombstones;
    for (Tombstone tombstone : tombstones.all())
      erasures.put(tombstone.mark(), tombstone.erasure());
  }

  boolean has(String mark) {
    return erasures.containsKey(mark);
  }

  Optional<Erasure> find(String mark) {
    return Optional.ofNullable(erasures.get(mark));
  }

  List<String> marks() {
    return List.copyOf(erasures.keySet());
  }

  /** Durable when this returns; the erasure that counts, which is the first. */
  Erasure add(String mark, Erasure erasure) {
    Erasure first = erasures.get(mark);
    if (first != null) return first;
    tombstones.add(new Tombstone(mark, erasure));
    Erasure other = erasures.putIfAbsent(mark, erasure);
    return other == null ? erasure : other;
  }
}
