@org.jspecify.annotations.NullMarked
package dev.laurel.rules.tree;
