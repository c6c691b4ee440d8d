/**
 * What pages share on which the draft is changed: the strip with what can be taken back, sentences
 * whose words are the controls, and the small windows in which something else is said. Pages hand
 * in what they show; everything about what can be said is asked of {@link
 * dev.laurel.engine.editing}.
 */
@NullMarked
package dev.laurel.ui.studio.frame.draft;

import org.jspecify.annotations.NullMarked;
