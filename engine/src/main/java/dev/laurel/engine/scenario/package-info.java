/**
 * Runs a pack's own examples: what happens to one member, and whether that comes of it which the
 * scenario expects.
 *
 * <p>Way in: {@link dev.laurel.engine.scenario.Scenarios#run} for a pack; {@link
 * dev.laurel.engine.scenario.DraftScenarios} for the draft, to which it also adds what somebody
 * tried. Goes through the fold like everything else; knows no file and no storage.
 */
@NullMarked
package dev.laurel.engine.scenario;

import org.jspecify.annotations.NullMarked;
