/**
 * The page on which a purchase is tried: who, what and when, and then every rule in order.
 *
 * <p>Nothing here touches what is real. A case has an address; see {@code TryCase}.
 */
@NullMarked
package dev.laurel.ui.studio.tryit;

import org.jspecify.annotations.NullMarked;
