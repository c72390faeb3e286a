/**
 * JVM processes that tests start from Maven's class path and can kill.
 *
 * <p>Input: a main class and its class path. Output: a running process. Invariant: a process ends
 * with the JVM that started it.
 */
@NullMarked
package dev.weir.sandbox.process;

import org.jspecify.annotations.NullMarked;
