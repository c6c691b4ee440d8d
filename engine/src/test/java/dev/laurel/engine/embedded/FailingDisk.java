package dev.laurel.engine.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.ThreadLocalRandom;
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

  static void register() {
    FilePath.register(new FailingDisk());
  }

  static void fail(Failure with) {
    failure = with;
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
      if (failure != Failure.FULL) return real.write(source, position);
      int fits = ThreadLocalRandom.current().nextInt(source.remaining());
      real.write(source.slice(source.position(), fits), position);
      throw new IOException("No space left on device");
    }

    @Override
    public void force(boolean metadata) throws IOException {
      if (failure == Failure.NOT_SYNCED) throw new IOException("Input/output error");
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
