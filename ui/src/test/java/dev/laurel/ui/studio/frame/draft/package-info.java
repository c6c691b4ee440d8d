@org.jspecify.annotations.NullMarked
package dev.laurel.ui.studio.frame.draft;
