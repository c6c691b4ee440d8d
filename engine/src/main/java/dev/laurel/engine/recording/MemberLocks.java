package dev.laurel.engine.recording;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets the threads of one process write to a member one after the other, so that they do not drive
 * each other into retries. Correctness does not rest on it. Thread-safe.
 */
final class MemberLocks {
  private final ReentrantLock[] locks = new ReentrantLock[8_192];

  MemberLocks() {
    for (int i = 0; i < locks.length; i++) locks[i] = new ReentrantLock();
  }

  ReentrantLock of(String member) {
    return locks[Math.floorMod(member.hashCode(), locks.length)];
  }
}
