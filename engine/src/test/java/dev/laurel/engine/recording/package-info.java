/** Events recorded exactly once, tried with stores that fail wherever a process can die. */
@org.jspecify.annotations.NullMarked
package dev.laurel.engine.recording;
