package dev.laurel.rules.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.rules.fault.Fault;
import dev.laurel.rules.language.Pack;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** A small pack without fault, in files, that a test changes before it is read. */
final class Files {
  static final String PACK =
      """
      pack:
        format: 1
        id: corner-shop
        version: 1.0.0
        title: Corner shop
      """;
  static final String PROGRAMME =
      """
      programme:
        title: Corner shop
        zone: Europe/Vienna
        currency: EUR
        pointKinds:
          - id: points
            title: Points
            expiry: {type: after, span: 12 months}
      """;
  static final String EARNING =
      """
      earning:
        - id: usual
          title: Usual
          rules:
            - id: base
              title: A point for each euro
              then:
                - {type: per-amount, kind: points, points: 1}
      """;

  /** For packs that are well formed and nothing more. */
  static final Function<Pack, List<Fault>> UNCHECKED = pack -> List.of();

  private final SortedMap<String, byte[]> files = new TreeMap<>();

  private Files() {}

  static Files none() {
    return new Files();
  }

  static Files small() {
    return none()
        .with("pack.yaml", PACK)
        .with("programme.yaml", PROGRAMME)
        .with("earning.yaml", EARNING);
  }

  Files with(String name, String text) {
    return with(name, text.getBytes(UTF_8));
  }

  Files with(String name, byte[] content) {
    files.put(name, content);
    return this;
  }

  Files without(String name) {
    files.remove(name);
    return this;
  }

  SortedMap<String, byte[]> map() {
    return files;
  }

  /** The pack; fails with the faults where it is refused. */
  Pack read() {
    return RoundTripTest.read(files).pack();
  }

  /** The faults, none where the pack was read. */
  List<Fault> faults() {
    return faults(PackReader.read(files, UNCHECKED));
  }

  static List<Fault> faults(PackResult result) {
    return switch (result) {
      case PackResult.Read ignored -> List.of();
      case PackResult.Refused(var faults) -> faults;
    };
  }

  /** Each fault as {@code code file:line:column place}. */
  static List<String> brief(List<Fault> faults) {
    return faults.stream()
        .map(fault ->
            "%s %s:%d:%d %s"
                .formatted(fault.code(), fault.file(), fault.line(), fault.column(), fault.place())
                .strip())
        .toList();
  }
}
