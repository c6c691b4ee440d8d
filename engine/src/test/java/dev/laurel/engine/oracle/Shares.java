package dev.laurel.engine.oracle;

import dev.laurel.rules.language.Campaign;
import dev.laurel.rules.vocabulary.HiddenWord;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Into which group of a campaign a member falls, in numbers without an end. */
final class Shares {
  private static final BigInteger ALL = BigInteger.TWO.pow(64);

  private Shares() {}

  static String group(Programming programming, String member, String path) {
    String id = HiddenWord.of(path).orElseThrow().id();
    Campaign campaign =
        programming.pack().campaigns().stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow();
    BigInteger mixed = mixed(number("member/" + member).xor(number("campaign/" + id)));
    BigInteger control =
        campaign.controlPercent().multiply(BigDecimal.valueOf(100)).toBigIntegerExact();
    if (mixed.mod(BigInteger.valueOf(10_000)).compareTo(control) < 0) return "control";
    int share = mixed(mixed).mod(BigInteger.valueOf(100)).intValue();
    List<Campaign.Variant> variants =
        campaign.variants().stream().sorted(Comparator.comparing(Campaign.Variant::id)).toList();
    for (Campaign.Variant variant : variants) {
      share -= variant.percent();
      if (share < 0) return "variant:" + variant.id();
    }
    return "treated";
  }

  /** The first eight bytes of its SHA-256. */
  private static BigInteger number(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new BigInteger(1, Arrays.copyOf(digest, 8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static BigInteger mixed(BigInteger number) {
    BigInteger z = number.add(new BigInteger("9e3779b97f4a7c15", 16)).mod(ALL);
    z = z.xor(z.shiftRight(30)).multiply(new BigInteger("bf58476d1ce4e5b9", 16)).mod(ALL);
    z = z.xor(z.shiftRight(27)).multiply(new BigInteger("94d049bb133111eb", 16)).mod(ALL);
    return z.xor(z.shiftRight(31));
  }
}
