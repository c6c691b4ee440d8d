@org.jspecify.annotations.NullMarked
package dev.laurel.engine.rehearsal;
