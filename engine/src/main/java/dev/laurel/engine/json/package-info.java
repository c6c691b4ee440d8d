/**
 * JSON as bytes, written without a string in between: histories of millions of events become
 * millions of lines.
 *
 * <p>Way in: {@link dev.laurel.engine.json.JsonWriter}. Knows JSON and nothing of loyalty.
 */
@NullMarked
package dev.laurel.engine.json;

import org.jspecify.annotations.NullMarked;
