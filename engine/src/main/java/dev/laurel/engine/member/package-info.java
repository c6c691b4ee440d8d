/**
 * What is known of one member: the fold of the member's events. Compact, bounded whatever the
 * length of the history, and with a canonical byte form.
 *
 * <p>Way in: {@link dev.laurel.engine.member.MemberState}. Knows calendar periods and the language;
 * knows no rule, no event and no storage.
 */
@NullMarked
package dev.laurel.engine.member;

import org.jspecify.annotations.NullMarked;
