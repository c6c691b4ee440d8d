/**
 * Rule packs as text, format 1: reading, writing and describing them, all driven by one reflection
 * over the records of the language, so that a component added there is read, written and described
 * here without a line of code.
 *
 * <p>Ways in: {@link dev.laurel.rules.pack.PackReader}, {@link dev.laurel.rules.pack.PackWriter},
 * {@link dev.laurel.rules.pack.PackTree} for packs that are edited, {@link
 * dev.laurel.rules.pack.MappingReader}, {@link dev.laurel.rules.pack.PackSchema}. Content is handed
 * in and out as bytes: this room opens no file, and nothing that a pack says is ever executed. It
 * knows YAML, the language and the text form of conditions; it decides nothing about what a pack
 * means.
 */
@NullMarked
package dev.laurel.rules.pack;

import org.jspecify.annotations.NullMarked;
