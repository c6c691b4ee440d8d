package dev.laurel.engine.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import org.h2.store.fs.FilePath;

/** The path of a store file that is read and written through a {@link SealedChannel}. */
final class SealedPath extends FilePath {
  private static final String SCHEME = "laurel-sealed";

  static {
    register(new SealedPath(FilePath.get("")));
  }

  private final FilePath file;

  private SealedPath(FilePath file) {
    this.file = file;
    this.name = SCHEME + ":" + file;
  }

  /** What MVStore must be given for this file name, which may be in H2's notation. */
  static String of(String fileName) {
    return SCHEME + ":" + fileName;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return SealedChannel.over(file.open(mode));
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FilePath getPath(String path) {
    return new SealedPath(FilePath.get(path.substring(SCHEME.length() + 1)));
  }

  @Override
  public FilePath unwrap() {
    return file;
  }

  // All else is as with the file below.

  @Override
  public long size() {
    return file.size();
  }

  @Override
  public void moveTo(FilePath target, boolean atomicReplace) {
    file.moveTo(target.unwrap(), atomicReplace);
  }

  @Override
  public boolean createFile() {
    return file.createFile();
  }

  @Override
  public boolean exists() {
    return file.exists();
  }

  @Override
  public void delete() {
    file.delete();
  }

  @Override
  public List<FilePath> newDirectoryStream() {
    return file.newDirectoryStream();
  }

  @Override
  public FilePath toRealPath() {
    return new SealedPath(file.toRealPath());
  }

  @Override
  public FilePath getParent() {
    return file.getParent();
  }

  @Override
  public boolean isDirectory() {
    return file.isDirectory();
  }

  @Override
  public boolean isRegularFile() {
    return file.isRegularFile();
  }

  @Override
  public boolean isAbsolute() {
    return file.isAbsolute();
  }

  @Override
  public long lastModified() {
    return file.lastModified();
  }

  @Override
  public boolean canWrite() {
    return file.canWrite();
  }

  @Override
  public void createDirectory() {
    file.createDirectory();
  }

  @Override
  public boolean setReadOnly() {
    return file.setReadOnly();
  }
}
