package dev.laurel.engine.recording;

/** The ports, which keep in one database. Immutable. */
public record Stores(
    EventStore events, MemberStore members, DecisionStore decisions, LeaseStore leases) {}
