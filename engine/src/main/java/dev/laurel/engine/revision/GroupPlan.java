package dev.laurel.engine.revision;

import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.vocabulary.HiddenWord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Into which group of a campaign a member falls: those who get nothing, for comparison, one of the
 * variants, or those who get it. It follows from the ids of member and campaign alone, so it stays
 * the same for ever, on every server, whatever else the pack says; the groups of one campaign tell
 * nothing about those of another. Immutable and thread-safe.
 *
 * @param campaign its id
 * @param seed of the campaign
 * @param control how many of 10,000 members are in the control group
 * @param variants by id, each with how many of 100 of the others come before its end
 * @param rule the index of the rule that tells whom the campaign is for
 * @param slot where the group stands among the facts, or -1
 * @see "engine/docs/decisions/066-campaign-groups.md"
 */
public record GroupPlan(
    String campaign, long seed, int control, List<Share> variants, int rule, int slot) {
  private static final int CONTROL = 10_000;
  private static final int SHARES = 100;

  /** A variant, and the end of its part of the hundred. */
  public record Share(String group, int end) {}

  /** The name of the rule that tells whom the campaign is for. */
  static String placeOf(String campaign) {
    return "campaigns/" + campaign;
  }

  /** Whether a campaign has groups. */
  static boolean isGrouped(Campaign campaign) {
    return campaign.controlPercent().signum() != 0 || !campaign.variants().isEmpty();
  }

  static GroupPlan of(Campaign campaign, int rule, int slot) {
    List<Share> shares = new ArrayList<>();
    int end = 0;
    for (Campaign.Variant variant :
        campaign.variants().stream().sorted(Comparator.comparing(Campaign.Variant::id)).toList()) {
      end += variant.percent();
      shares.add(new Share(HiddenWord.variant(variant.id()), end));
    }
    return new GroupPlan(
        campaign.id(),
        seedOf("campaign", campaign.id()),
        campaign.controlPercent().movePointRight(2).intValueExact(),
        List.copyOf(shares),
        rule,
        slot);
  }

  /** What a member's groups follow from, of all campaigns: one digest for each decision. */
  public static long seedOf(String member) {
    return seedOf("member", member);
  }

  /**
   * The member's group.
   *
   * @param member as {@link #seedOf} says
   */
  public String of(long member) {
    long mixed = mix(member ^ seed);
    if (Long.remainderUnsigned(mixed, CONTROL) < control) return HiddenWord.CONTROL;
    // Another number, so that variants share the others and not what the control group left.
    long share = Long.remainderUnsigned(mix(mixed), SHARES);
    for (Share variant : variants) if (share < variant.end()) return variant.group();
    return HiddenWord.TREATED;
  }

  private static long seedOf(String what, String id) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((what + "/" + id).getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /**
   * The finaliser of SplitMix64 (Steele, Lea and Flood: Fast splittable pseudorandom number
   * generators, 2014).
   */
  private static long mix(long number) {
    long z = number + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
