package dev.laurel.samples.bench;

import java.util.List;

/** A way to decide a workload. */
public interface Contender {
  /** What it is called in a table. */
  String name();

  /** Makes the rules ready; never timed together with decisions. */
  Ready ready(List<Rule> rules);

  /** A way made ready with rules. Used by one thread at a time. */
  interface Ready {
    /**
     * A visit in the form that this way likes best; made beforehand and never timed.
     *
     * <p>Hand-written Java and Laurel take the facts as they arrive, by name, and look them up in
     * the time that is measured.
     */
    Object input(Visit visit);

    /** Decides; what is timed. Its result holds the complete decision. */
    Object decide(Object input);

    /** The decision in the form that is compared. */
    Outcome outcome(Object decided);
  }
}
