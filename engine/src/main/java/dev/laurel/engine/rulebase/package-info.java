/**
 * Which rules apply to a set of facts: the one room that knows Drools, and the only one that gives
 * conditions a meaning.
 *
 * <p>Way in: {@link dev.laurel.engine.rulebase.RuleBase}, built once per revision, with {@link
 * dev.laurel.engine.rulebase.Layout} and {@link dev.laurel.engine.rulebase.Facts} for what rules
 * look at, {@link dev.laurel.engine.rulebase.TableIndex} for rate tables. Knows conditions and
 * words; knows no member, event, decision or storage.
 */
@NullMarked
package dev.laurel.engine.rulebase;

import org.jspecify.annotations.NullMarked;
