package dev.laurel.rules.pack;

import dev.laurel.rules.fault.Nearest;
import dev.laurel.rules.language.Pack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which sections of a pack stand in which file. */
final class Layout {
  /** The file that may hold any section: a small pack is one file. */
  static final String WHOLE = "pack";

  static final String SCENARIOS = "scenarios";

  /** Sections by file, without the ending; those of one file in their canonical order. */
  private static final Map<String, List<String>> SECTIONS =
      new TreeMap<>(
          Map.of(
              WHOLE,
              List.of("pack"),
              "programme",
              List.of("programme"),
              "vocabulary",
              List.of("vocabulary"),
              "tiers",
              List.of("ladders"),
              "earning",
              List.of("earning", "tables", "challenges"),
              "campaigns",
              List.of("campaigns"),
              "segments",
              List.of("segments"),
              "benefits",
              List.of("benefits"),
              "messages",
              List.of("messages", "offers"),
              SCENARIOS,
              List.of(SCENARIOS)));

  private static final Pattern READ = Pattern.compile("(.+)\\.(yaml|yml|json)");
  private static final Pattern ONE_OF_SCENARIOS = Pattern.compile(SCENARIOS + "/[^/]+");

  private Layout() {}

  /** What a file is to a pack. */
  enum Role {
    /** Not looked at: no YAML or JSON, hidden, or made to stand beside a pack. */
    IGNORED,
    PART,
    UNKNOWN
  }

  static Role role(String name) {
    if (!isLookedAt(name)) return Role.IGNORED;
    Matcher file = READ.matcher(name);
    if (!file.matches()) return Role.UNKNOWN;
    String base = file.group(1);
    if (base.equals("mapping")) return Role.IGNORED;
    boolean part = SECTIONS.containsKey(base) || ONE_OF_SCENARIOS.matcher(base).matches();
    return part ? Role.PART : Role.UNKNOWN;
  }

  /** Whether a file is YAML or JSON and not hidden. */
  static boolean isLookedAt(String name) {
    for (String segment : name.split("/", -1))
      if (segment.startsWith(".") || segment.equals("__MACOSX")) return false;
    return READ.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  /** What to do about a file that is no part of a pack. */
  static String remedy(String unknown) {
    return Nearest.to(unknown, files())
        .map("Did you mean \"%s\"?"::formatted)
        .orElse("A pack has %s and scenarios/*.yaml.".formatted(String.join(", ", files())));
  }

  /** The canonical files, in order. */
  static Collection<String> files() {
    return SECTIONS.keySet().stream().map(base -> base + ".yaml").toList();
  }

  /** The sections that a canonical file holds. */
  static List<String> sectionsOf(String file) {
    return SECTIONS.getOrDefault(base(file), List.of());
  }

  /** Whether this section may stand in this file. */
  static boolean holds(String file, String section) {
    String base = base(file);
    if (base.equals(WHOLE)) return sections().contains(section);
    if (base.startsWith(SCENARIOS)) return section.equals(SCENARIOS);
    return SECTIONS.getOrDefault(base, List.of()).contains(section);
  }

  /** The sections, in the order of the pack's components. */
  static List<String> sections() {
    return Shapes.ofRecord(Pack.class).fields().stream().map(Shape.Field::name).toList();
  }

  /** The canonical file of a section. */
  static String fileOf(String section) {
    for (Map.Entry<String, List<String>> file : SECTIONS.entrySet())
      if (file.getValue().contains(section)) return file.getKey() + ".yaml";
    throw new IllegalStateException("The section %s has no file.".formatted(section));
  }

  /** The sections that may stand in this file. */
  static List<String> allowedIn(String file) {
    List<String> allowed = new ArrayList<>(sections());
    allowed.removeIf(section -> !holds(file, section));
    return allowed;
  }

  private static String base(String file) {
    Matcher matcher = READ.matcher(file);
    return matcher.matches() ? matcher.group(1) : file;
  }
}
