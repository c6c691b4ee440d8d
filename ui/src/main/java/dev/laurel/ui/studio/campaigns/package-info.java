/** The page on which campaigns are seen in time, read and changed as sentences. */
@NullMarked
package dev.laurel.ui.studio.campaigns;

import org.jspecify.annotations.NullMarked;
