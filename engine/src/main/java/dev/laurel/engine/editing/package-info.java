/**
 * How people change the draft where they read it: what can be said instead of each word of a
 * sentence, the edits that say it, and what pages show of rules and campaigns.
 *
 * <p>Ways in: {@link dev.laurel.engine.editing.Wordings} for words, {@link
 * dev.laurel.engine.editing.Additions} for what can be added, {@link
 * dev.laurel.engine.editing.RulePages} for pages. Nothing here stores anything or asks who may do
 * it: what comes out are {@link dev.laurel.engine.draft.Edit}s, which {@link
 * dev.laurel.engine.draft.Drafts} takes from whoever may. What a word may be is read off the
 * language ({@link dev.laurel.rules.pack.PackForms}), so that a construct that is added there can
 * be edited without a line of code. Knows no screen.
 *
 * @see <a href="../../../../../../../docs/decisions/061-words-are-the-controls.md">061</a>
 */
@NullMarked
package dev.laurel.engine.editing;

import org.jspecify.annotations.NullMarked;
