@org.jspecify.annotations.NullMarked
package dev.laurel.engine.finder;
