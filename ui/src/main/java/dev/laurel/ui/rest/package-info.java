/**
 * The HTTP interface: what programmes call, and what watches over a running Laurel.
 *
 * <p>Way in: {@link dev.laurel.ui.rest.Server}. Starts the web server, which serves the studio too.
 * Reads requests, asks the operation and writes what it says; decides nothing itself. Every answer
 * that is no success is a problem of RFC 9457 whose types stand in {@code ProblemType}; what is
 * served is described in {@code openapi.json}, which a test holds to the endpoints.
 *
 * @see <a href="../../../../../../../../engine/docs/decisions/033-http-interface.md">033</a>
 */
@NullMarked
package dev.laurel.ui.rest;

import org.jspecify.annotations.NullMarked;
