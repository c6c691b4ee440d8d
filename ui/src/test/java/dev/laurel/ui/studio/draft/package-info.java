/** The pages on which the draft is changed and reviewed, as people use them. */
@NullMarked
package dev.laurel.ui.studio.draft;

import org.jspecify.annotations.NullMarked;
