// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.command;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C end work in order: the working thread is interrupted, and the JVM waits until it has
 * tidied up.
 */
final class Interruptible {

  private static final long TIDY_UP_SECONDS = 20;

  private final Thread worker = Thread.currentThread();
  private final CountDownLatch tidy = new CountDownLatch(1);

  private Interruptible() {}

  /** Something that closes what it opened when it is interrupted. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  static void run(Work work) throws IOException {
    Interruptible here = new Interruptible();
    Thread hook = new Thread(here::stop, "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      work.run();
    } finally {
      here.tidy.countDown();
      remove(hook);
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending already, by that very hook.
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("ReturnValueIgnored") // after so long the JVM ends, tidy or not
  private void stop() {
    worker.interrupt();
    try {
      tidy.await(TIDY_UP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
