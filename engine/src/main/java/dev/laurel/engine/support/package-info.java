/**
 * What people do to single members by hand: points adjusted, personal data looked at. Each act has
 * a reason and stands in a book of {@link dev.laurel.engine.history} before it is done, so that
 * none is done that is not recorded.
 *
 * <p>Way in: {@link dev.laurel.engine.support.Support}. Uses a programme in {@link
 * dev.laurel.engine.operation}, which records adjustments like any other event; decides no event
 * itself, and must not know how anything personal is sealed.
 */
@NullMarked
package dev.laurel.engine.support;

import org.jspecify.annotations.NullMarked;
