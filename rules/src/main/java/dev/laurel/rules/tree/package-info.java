/**
 * A pack as it is edited: a tree of texts, numbers, lists and maps that may be wrong for a while,
 * and alterations of it that can be taken back.
 *
 * <p>Way in: {@link dev.laurel.rules.tree.Tree}; {@link dev.laurel.rules.tree.Trees} to look and
 * change at a place; {@link dev.laurel.rules.tree.Alteration}. Places are those of {@link
 * dev.laurel.rules.fault.Place}. Knows no key of the language and reads no text.
 */
@NullMarked
package dev.laurel.rules.tree;

import org.jspecify.annotations.NullMarked;
