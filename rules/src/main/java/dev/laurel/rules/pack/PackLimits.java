package dev.laurel.rules.pack;

/**
 * How large what is handed in may be. Whatever exceeds a limit is refused by a fault while it is
 * read, before it fills the memory.
 */
public final class PackLimits {
  /** Files in a pack, or entries in a zip archive, ignored ones included. */
  public static final int MOST_FILES = 1_000;

  /** Bytes of all files together, unpacked; also the bytes of a zip archive as it comes. */
  public static final int MOST_BYTES = 64 << 20;

  /** Bytes of one file, unpacked. */
  public static final int MOST_FILE_BYTES = 32 << 20;

  /** Lists and maps within one another. */
  public static final int DEEPEST = 60;

  /** Keys, texts, numbers, lists and maps in all files together. */
  public static final int MOST_NODES = 3_000_000;

  /** UTF-16 code units of one text. */
  public static final int LONGEST_TEXT = 10_000;

  private PackLimits() {}
}
