package dev.laurel.ui.studio.frame;

import dev.laurel.engine.access.Actor;
import dev.laurel.engine.access.Permission;
import java.util.Optional;

/** Where one can go. Only what there is stands here. */
public enum Place {
  HOME("", "home", 'h', "place.home", "", true),
  TIERS(Place.TIERS_PATH, "tiers", 't', "place.tiers", "group.programme", true),
  EARNING(Place.EARNING_PATH, "earn", 'e', "place.earning", "group.programme", true),
  CAMPAIGNS(Place.CAMPAIGNS_PATH, "cal", 'c', "place.campaigns", "group.programme", false),
  SEGMENTS(Place.SEGMENTS_PATH, "seg", 'g', "place.segments", "group.programme", false),
  BENEFITS(Place.BENEFITS_PATH, "gift", 'b', "place.benefits", "group.programme", false),
  MESSAGES(Place.MESSAGES_PATH, "mail", 'n', "place.messages", "group.programme", false),
  TRY(Place.TRY_PATH, "try", 'y', "place.try", "group.understand", true),
  MEMBERS(Place.MEMBERS_PATH, "user", 'm', "place.members", "group.understand", false),
  REVIEW(Place.REVIEW_PATH, "review", 'v', "place.review", "group.govern", false),
  REVISIONS(Place.REVISIONS_PATH, "clock", 's', "place.revisions", "group.govern", false),
  HISTORY(Place.HISTORY_PATH, "shield", 'i', "place.history", "group.govern", false);

  public static final String TIERS_PATH = "tiers";
  public static final String EARNING_PATH = "earning";
  public static final String CAMPAIGNS_PATH = "campaigns";
  public static final String SEGMENTS_PATH = "segments";
  public static final String BENEFITS_PATH = "benefits";
  public static final String MESSAGES_PATH = "messages";
  public static final String REVIEW_PATH = "review";
  public static final String REVISIONS_PATH = "revisions";
  public static final String HISTORY_PATH = "history";
  public static final String TRY_PATH = "try";
  public static final String MEMBERS_PATH = "members";

  private final String path;
  private final String icon;
  private final char key;
  private final String title;
  private final String group;
  private final boolean bar;

  Place(String path, String icon, char key, String title, String group, boolean bar) {
    this.path = path;
    this.icon = icon;
    this.key = key;
    this.title = title;
    this.group = group;
    this.bar = bar;
  }

  public String path() {
    return path;
  }

  /** Whether somebody may open it; what they may not is not offered. */
  boolean isFor(Actor actor) {
    return this != HISTORY || actor.may(Permission.READ_HISTORY);
  }

  /** The letter that leads here after G. */
  public char key() {
    return key;
  }

  public String title() {
    return Words.here().of(title);
  }

  String icon() {
    return icon;
  }

  /** The key of the group's words; empty where it stands alone. */
  String group() {
    return group;
  }

  /** Whether it stands in the bar at the bottom of a small screen. */
  boolean isInBar() {
    return bar;
  }

  /** The place of a path. */
  static Optional<Place> of(String location) {
    Optional<Place> found = Optional.empty();
    for (Place place : values())
      if (location.equals(place.path)
          || (!place.path.isEmpty() && location.startsWith(place.path + "/")))
        found = Optional.of(place);
    return found;
  }
}
