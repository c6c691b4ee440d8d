/** The studio in a real browser: few tests, on one server. */
package dev.laurel.ui.browser;
