/**
 * The studio: the pages in which people see what a programme does and why.
 *
 * <p>{@link dev.laurel.ui.studio.Studio} is its way in. Views draw what the engine says and decide
 * nothing; every text of theirs stands in {@code vaadin-i18n/translations_*.properties}.
 *
 * @see <a href="../../../../../../../../engine/docs/decisions/060-studio.md">060</a>
 */
@NullMarked
package dev.laurel.ui.studio;

import org.jspecify.annotations.NullMarked;
