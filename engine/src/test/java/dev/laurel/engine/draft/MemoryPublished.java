package dev.laurel.engine.draft;

import dev.laurel.rules.pack.PackResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Revisions in memory. Thread-safe. */
public final class MemoryPublished implements Published {
  private final List<Numbered> all = new ArrayList<>();
  private final List<Integer> cancelled = new ArrayList<>();

  public synchronized void publish(int number, Instant since, PackResult.Read pack) {
    all.add(new Numbered(number, since, pack));
  }

  public synchronized void cancel(int number) {
    cancelled.add(number);
  }

  public synchronized Optional<Numbered> numbered(int number) {
    return all.stream().filter(one -> one.number() == number).findFirst();
  }

  @Override
  public synchronized Numbered latest() {
    return all.reversed().stream()
        .filter(one -> !cancelled.contains(one.number()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public synchronized Optional<Numbered> find(String digest) {
    return all.stream().filter(one -> one.digest().equals(digest)).findFirst();
  }
}
