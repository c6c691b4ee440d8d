package dev.laurel.engine.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.mvstore.DataUtils;
import org.h2.store.fs.FileBaseDefault;

/**
 * The file of an MVStore whose header points to the last commit that was sealed, whatever was
 * written after it or half written.
 *
 * <p>MVStore keeps its header twice, in the first two blocks, and writes both at once, mostly
 * before the commit is on the device; where the header is old or torn, it searches the file for the
 * last commit, and is misled by what failed writes left behind. Here only the header of an orderly
 * close is written, which {@link StoreFile} asks for when a commit is on the device. It goes to the
 * block that does not hold the last one, so that a torn write spoils neither. Whoever opens the
 * file is shown the last one in both, and so takes the file as one that was closed in order at that
 * commit, and searches nothing. A file without any such header is read as MVStore would read it.
 */
final class SealedChannel extends FileBaseDefault {
  private static final int BLOCK = 4096;
  private static final Pattern VERSION = Pattern.compile("version:([0-9a-f]+)");
  private static final Pattern CHECKSUM = Pattern.compile(",fletcher:([0-9a-f]+)\n");
  private static final String CLEAN = "clean:1";

  private final FileChannel file;

  /** The block that holds the last sealed header, 0 or 1. */
  private int sealed;

  private SealedChannel(FileChannel file) {
    this.file = file;
  }

  static SealedChannel over(FileChannel file) throws IOException {
    var channel = new SealedChannel(file);
    channel.sealed = channel.version(1) > channel.version(0) ? 1 : 0;
    return channel;
  }

  /** The version that a header points to; -1 if it is torn, or does not say it is sealed. */
  private long version(int block) throws IOException {
    ByteBuffer header = header(block);
    String text = StandardCharsets.ISO_8859_1.decode(header.duplicate()).toString();
    Matcher checksum = CHECKSUM.matcher(text);
    Matcher version = VERSION.matcher(text);
    if (!text.contains(CLEAN) || !checksum.find() || !version.find()) return -1;
    int real = DataUtils.getFletcher32(header.array(), 0, checksum.start());
    return Long.parseLong(checksum.group(1), 16) == (real & 0xFFFFFFFFL)
        ? Long.parseLong(version.group(1), 16)
        : -1;
  }

  private ByteBuffer header(int block) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(BLOCK);
    while (header.hasRemaining())
      if (file.read(header, (long) block * BLOCK + header.position()) < 0) break;
    return header.flip();
  }

  /** Not synchronized, so that readers do not wait for each other; the file below needs no lock. */
  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  public int read(ByteBuffer target, long position) throws IOException {
    if (position != 0 || target.remaining() != 2 * BLOCK || version(sealed) < 0)
      return file.read(target, position);
    target.put(header(sealed)).put(header(sealed));
    return 2 * BLOCK;
  }

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  public int write(ByteBuffer source, long position) throws IOException {
    if (position != 0 || file.size() == 0) return file.write(source, position);
    ByteBuffer header = source.slice(source.position(), BLOCK);
    int bytes = source.remaining();
    source.position(source.limit());
    if (StandardCharsets.ISO_8859_1.decode(header.duplicate()).toString().contains(CLEAN))
      seal(header);
    return bytes;
  }

  private void seal(ByteBuffer header) throws IOException {
    int other = 1 - sealed;
    while (header.hasRemaining())
      if (file.write(header, (long) other * BLOCK + header.position()) <= 0) break;
    sealed = other;
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  public void force(boolean metadata) throws IOException {
    file.force(metadata);
  }

  @Override
  protected void implTruncate(long size) throws IOException {
    file.truncate(size);
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return file.tryLock(position, size, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    file.close();
  }
}
