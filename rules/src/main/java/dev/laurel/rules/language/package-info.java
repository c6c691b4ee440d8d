/**
 * What a programme says: the whole language of rule packs, format 1, as records and closed
 * families.
 *
 * <p>Way in: {@link dev.laurel.rules.language.Pack}. These types are the format: reading, writing,
 * the JSON Schema and the language reference are all derived from them and their annotations, so a
 * component's name is the key in the file. They check their own ranges; references between them are
 * checked by {@code dev.laurel.rules.check}. This room evaluates nothing and does no I/O.
 */
@NullMarked
package dev.laurel.rules.language;

import org.jspecify.annotations.NullMarked;
