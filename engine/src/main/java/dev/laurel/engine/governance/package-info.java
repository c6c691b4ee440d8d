/**
 * How a draft becomes a revision: submitted, approved by somebody who wrote none of it, published
 * at once or at an instant; and the record of each revision.
 *
 * <p>Way in: {@link dev.laurel.engine.governance.Governance}. What was decided is what stands in a
 * book of {@link dev.laurel.engine.history}: there is no other state, so nothing can be done that
 * is not recorded. The port {@link dev.laurel.engine.governance.Publishing} is implemented by
 * whoever runs the programme. Knows drafts and who may do what; decides no event.
 */
@NullMarked
package dev.laurel.engine.governance;

import org.jspecify.annotations.NullMarked;
