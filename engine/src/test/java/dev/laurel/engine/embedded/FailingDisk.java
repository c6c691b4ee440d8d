package dev.laurel.engine.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A file system over the real one that fails in the way it is told to. */
public final class FailingDisk extends FilePathWrapper {
  enum Failure {
    NONE,
    /** Some of what is written fits. */
    FULL,
    /** All is written, but the device does not confirm it. */
    NOT_SYNCED
  }

  static final String SCHEME = "failing";

  private static volatile Failure failure = Failure.NONE;

  /** How many calls still pass, and how many fail after those. */
  private static final AtomicInteger passing = new AtomicInteger();

  private static final AtomicInteger failing = new AtomicInteger();

  static void register() {
    FilePath.register(new FailingDisk());
  }

  /** From now on all fails in this manner. */
  static void fail(Failure with) {
    failLater(with, 0, Integer.MAX_VALUE);
  }

  /** Of the calls that this failure concerns, some pass, then some fail, and those after pass. */
  static void failLater(Failure with, int after, int times) {
    failure = Failure.NONE;
    passing.set(after);
    failing.set(times);
    failure = with;
  }

  private static boolean fails(Failure kind) {
    return failure == kind && passing.getAndDecrement() <= 0 && failing.getAndDecrement() > 0;
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new FailingChannel(super.open(mode));
  }

  private static final class FailingChannel extends FileBaseDefault {
    private final FileChannel real;

    FailingChannel(FileChannel real) {
      this.real = real;
    }

    @Override
    public long size() throws IOException {
      return real.size();
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
      return real.read(target, position);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
      if (!fails(Failure.FULL)) return real.write(source, position);
      int fits = ThreadLocalRandom.current().nextInt(source.remaining());
      real.write(source.slice(source.position(), fits), position);
      throw new IOException("No space left on device");
    }

    @Override
    public void force(boolean metadata) throws IOException {
      if (fails(Failure.NOT_SYNCED)) throw new IOException("Input/output error");
      real.force(metadata);
    }

    @Override
    protected void implTruncate(long size) throws IOException {
      real.truncate(size);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return real.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      real.close();
    }
  }
}
