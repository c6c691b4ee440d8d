/**
 * What happens to members: events, their JSON form, and the bytes in which they leave the heap.
 *
 * <p>Ways in: {@link dev.laurel.engine.event.Event}, {@link dev.laurel.engine.event.EventTerms}
 * (what of a pack is needed to read and write them), {@link dev.laurel.engine.event.EventJson},
 * {@link dev.laurel.engine.event.EventCodec}. Knows the language's values and vocabulary; knows
 * neither rules nor files, and decides nothing.
 */
@NullMarked
package dev.laurel.engine.event;

import org.jspecify.annotations.NullMarked;
