@org.jspecify.annotations.NullMarked
package dev.laurel.ui.studio.review;
