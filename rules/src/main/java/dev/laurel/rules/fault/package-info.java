/**
 * How bad input is answered: every fault at once, each with a stable code, the exact place, the
 * offending value and the remedy.
 *
 * <p>Way in: {@link dev.laurel.rules.fault.Fault}, {@link dev.laurel.rules.fault.Place} which names
 * its place, {@link dev.laurel.rules.fault.Faults} which collects them, {@link
 * dev.laurel.rules.fault.Nearest} for "did you mean". Knows nothing else.
 */
@NullMarked
package dev.laurel.rules.fault;

import org.jspecify.annotations.NullMarked;
