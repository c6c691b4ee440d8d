/**
 * Sorting of more records than memory holds: runs that are sorted in memory, written to disk where
 * they exceed a budget, and merged.
 *
 * <p>Ways in: {@link dev.laurel.engine.spill.RunBuilder} sorts a run, {@link
 * dev.laurel.engine.spill.Spill} keeps the runs, {@link dev.laurel.engine.spill.Merge} gives all
 * records in order. Records are bytes, and their order is the order of their bytes: this room knows
 * neither events nor members.
 */
@NullMarked
package dev.laurel.engine.spill;

import org.jspecify.annotations.NullMarked;
