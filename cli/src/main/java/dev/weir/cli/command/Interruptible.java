// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs work that Ctrl-C interrupts; the JVM waits until the work has released its resources. */
final class Interruptible {

  private static final long SHUTDOWN_SECONDS = 20;

  private final Thread worker = Thread.currentThread();
  private final CountDownLatch finished = new CountDownLatch(1);

  private Interruptible() {}

  /** Work that releases its resources when it is interrupted. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  static void run(Work work) throws IOException {
    Interruptible running = new Interruptible();
    Thread hook = new Thread(running::stop, "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      work.run();
    } finally {
      running.finished.countDown();
      remove(hook);
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The hook is running: the JVM is shutting down.
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("ReturnValueIgnored") // the JVM exits after the timeout
  private void stop() {
    worker.interrupt();
    try {
      finished.await(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
