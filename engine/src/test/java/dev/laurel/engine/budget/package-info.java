/** Budgets that processes share, tried with stores that fail and processes that stand still. */
@org.jspecify.annotations.NullMarked
package dev.laurel.engine.budget;
