/**
 * The page that asks for a campaign question by question. The campaign is in the draft from the
 * first moment on; each answer changes its words, and beside them stands what it would have done.
 */
@NullMarked
package dev.laurel.ui.studio.campaigns.wizard;

import org.jspecify.annotations.NullMarked;
