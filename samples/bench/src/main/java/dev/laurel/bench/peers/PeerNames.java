package dev.laurel.bench.peers;

import java.util.List;

/** What other engines are called on the command line; known without their libraries. */
public final class PeerNames {
  public static final String DROOLS_TEXT = "drools-drl";
  public static final String DROOLS_DMN = "drools-dmn";
  public static final String EVRETE = "evrete";
  public static final String EASY_RULES = "easy-rules";
  public static final String OPENL = "openl";

  public static final List<String> IN_JAVA =
      List.of(DROOLS_TEXT, DROOLS_DMN, EVRETE, EASY_RULES, OPENL);

  private PeerNames() {}
}
