/**
 * What one event does to one member under one revision, and why: the pure function {@code decide}.
 *
 * <p>Way in: {@link dev.laurel.engine.decision.Decider} and what it answers, {@link
 * dev.laurel.engine.decision.Decision}; {@link dev.laurel.engine.decision.DecisionJson} and {@link
 * dev.laurel.engine.decision.DecisionReader} store it and read it. Knows revisions, member states
 * and the rule base; knows no clock, random, locale, default zone, storage or Drools.
 */
@NullMarked
package dev.laurel.engine.decision;

import org.jspecify.annotations.NullMarked;
