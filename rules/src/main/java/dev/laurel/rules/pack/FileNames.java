package dev.laurel.rules.pack;

import java.util.regex.Pattern;

/** Names of files within a pack: relative, and leading nowhere else. */
final class FileNames {
  private static final int LONGEST = 200;
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

  private FileNames() {}

  /** Whether the name may stand in a pack; reports a fault where it may not. */
  static boolean admit(String name, Report report) {
    if (isRelative(name)) return true;
    report.fault(
        "bad-name",
        "The file's name is not a plain path within the pack.",
        "Use names of at most %d characters, with / between folders and without .. or \\."
            .formatted(LONGEST));
    return false;
  }

  private static boolean isRelative(String name) {
    if (name.isEmpty() || name.length() > LONGEST || DRIVE.matcher(name).matches()) return false;
    if (name.indexOf('\\') >= 0 || Characters.refused(name).isPresent()) return false;
    for (String segment : name.split("/", -1))
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) return false;
    return true;
  }
}
