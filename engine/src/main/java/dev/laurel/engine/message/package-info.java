/**
 * Messages to members once they are made: what they say, from when on they may be delivered, and
 * how far their delivery has come.
 *
 * <p>Way in: {@link dev.laurel.engine.message.Outgoing}, which decisions make, and {@link
 * dev.laurel.engine.message.MessageStore}, the port that keeps them until they are delivered. Knows
 * neither how it is decided that one is made nor who delivers it.
 */
@NullMarked
package dev.laurel.engine.message;

import org.jspecify.annotations.NullMarked;
