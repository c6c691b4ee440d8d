/**
 * What happens to members: events and their JSON form.
 *
 * <p>Way in: {@link dev.laurel.engine.event.Event}, {@link dev.laurel.engine.event.EventJson}.
 * Knows the language's values; decides nothing.
 */
@NullMarked
package dev.laurel.engine.event;

import org.jspecify.annotations.NullMarked;
