package dev.laurel.engine;

import dev.laurel.engine.revision.Revision;
import dev.laurel.rules.pack.PackReader;
import dev.laurel.rules.pack.PackResult;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Small programmes for tests, from their text. */
public final class Programmes {
  private Programmes() {}

  /** A revision of a pack that stands in one text. */
  public static Revision of(String yaml) {
    PackResult result =
        PackReader.read(new TreeMap<>(Map.of("pack.yaml", yaml.getBytes(StandardCharsets.UTF_8))));
    return switch (result) {
      case PackResult.Read(var pack, var digest) -> Revision.of(pack, digest);
      case PackResult.Refused refused -> throw new AssertionError(refused.toString());
    };
  }
}
