package dev.laurel.engine.revision;

import dev.laurel.rules.language.Base;
import dev.laurel.rules.language.Metric;
import dev.laurel.rules.language.Period;
import java.util.Optional;

/**
 * A metric as counting needs it. Immutable.
 *
 * @param rule the index of the rule that says whether an event counts; -1 where awards or counters
 *     are counted instead
 * @param slot of its value in the facts; -1 where no rule asks for it
 * @param attributeSlot of what is added up; -1 where something else is counted
 * @param base of a spend metric
 * @param rollover what of it goes into the next period; empty where nothing does
 */
public record MetricPlan(
    Metric metric,
    Period period,
    int rule,
    int slot,
    int attributeSlot,
    Base base,
    Optional<RolloverPlan> rollover) {}
