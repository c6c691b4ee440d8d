package dev.laurel.bench.peers;

import dev.laurel.samples.bench.Contender;
import java.util.Optional;

/** The engines that run in a Java machine, by the names of the command line. */
public final class Peers {
  private Peers() {}

  public static Optional<Contender> find(String name) {
    return switch (name) {
      case PeerNames.DROOLS_TEXT -> Optional.of(new DroolsText());
      case PeerNames.DROOLS_DMN -> Optional.of(new Dmn());
      case PeerNames.EVRETE -> Optional.of(new Evrete());
      case PeerNames.EASY_RULES -> Optional.of(new EasyRules());
      case PeerNames.OPENL -> Optional.of(new OpenL());
      default -> Optional.empty();
    };
  }
}
