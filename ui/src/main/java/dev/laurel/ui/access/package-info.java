/**
 * Who asks, as whoever serves them recognised them: what endpoints and pages alike need to know.
 *
 * <p>Way in: {@link dev.laurel.ui.access.SignedIn}. Knows no endpoint and no page, and decides
 * nothing: what somebody may do is said by {@link dev.laurel.engine.access.Permission}.
 */
@NullMarked
package dev.laurel.ui.access;

import org.jspecify.annotations.NullMarked;
