/**
 * Compact bytes for values that leave the heap and come back, among them texts and numbers whose
 * bytes stand in the order of the values.
 *
 * <p>Ways in: {@link dev.laurel.engine.binary.BinaryWriter}, {@link
 * dev.laurel.engine.binary.BinaryReader}. Knows nothing of loyalty.
 */
@NullMarked
package dev.laurel.engine.binary;

import org.jspecify.annotations.NullMarked;
