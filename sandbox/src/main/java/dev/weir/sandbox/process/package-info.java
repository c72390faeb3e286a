/**
 * Real processes: JVMs started from the jars of Maven's class path, for tests that kill them.
 *
 * <p>Input: a main class and its class path. Output: a running process. Invariant: a process ends
 * with the JVM that started it.
 */
@NullMarked
package dev.weir.sandbox.process;

import org.jspecify.annotations.NullMarked;
