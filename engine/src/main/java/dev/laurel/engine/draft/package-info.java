/**
 * The draft of a programme: what the next revision would be, edited by several people at once.
 *
 * <p>Way in: {@link dev.laurel.engine.draft.Drafts}. A draft is the revision that it began with and
 * a log of what was done to it since, each entry stored before it is acknowledged; so nothing is
 * ever saved by hand, everything can be taken back, and who wrote what is known. The ports {@link
 * dev.laurel.engine.draft.DraftStore} and {@link dev.laurel.engine.draft.Published} are implemented
 * elsewhere. Knows the language of packs and who may edit; approves and publishes nothing.
 */
@NullMarked
package dev.laurel.engine.draft;

import org.jspecify.annotations.NullMarked;
