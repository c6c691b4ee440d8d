package dev.laurel.engine.rulebase;

/**
 * Why a row did not let a rule apply. Immutable.
 *
 * @param row the row's id; several comparisons of one row share it
 * @param exception whether the row is an exception that was met
 * @param operand the operand's path or its text
 * @param asked what was asked, as expression text
 * @param actual the value that was there; empty where it was missing
 * @param missing whether the operand had no value
 */
public record Unmet(
    String row, boolean exception, String operand, String asked, String actual, boolean missing) {}
