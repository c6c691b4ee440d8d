/**
 * A pack made ready to decide with: its rules as a rule base, and what else a decision asks for,
 * resolved once.
 *
 * <p>Way in: {@link dev.laurel.engine.revision.Revision#of}. Knows the language and the rule base;
 * decides nothing and knows no member's events.
 */
@NullMarked
package dev.laurel.engine.revision;

import org.jspecify.annotations.NullMarked;
