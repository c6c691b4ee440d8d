package dev.laurel.engine.recording;

/** The three ports, which keep in one database. Immutable. */
public record Stores(EventStore events, MemberStore members, DecisionStore decisions) {}
