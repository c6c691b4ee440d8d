package dev.laurel.engine.recording;

import dev.laurel.engine.budget.BudgetStore;
import dev.laurel.engine.code.CodeStore;
import dev.laurel.engine.message.MessageStore;

/** The ports, which keep in one database. Immutable. */
public record Stores(
    EventStore events,
    MemberStore members,
    DecisionStore decisions,
    LeaseStore leases,
    BudgetStore budgets,
    CodeStore codes,
    MessageStore messages) {}
