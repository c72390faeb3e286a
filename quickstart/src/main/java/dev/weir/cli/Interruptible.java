package dev.weir.cli;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C end work in order: the thread at work is told to stop, and the JVM waits until it has
 * tidied up.
 */
final class Interruptible {

  private static final long TIDY_UP_SECONDS = 20;

  private Interruptible() {}

  /** Something that closes what it opened when it is interrupted. */
  @FunctionalInterface
  interface Work {
    Object run() throws IOException;
  }

  static void run(Work work) throws IOException {
    Thread worker = Thread.currentThread();
    Thread hook = new Thread(() -> stop(worker), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      work.run();
    } finally {
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

  private static void stop(Thread worker) {
    worker.interrupt();
    try {
      worker.join(TimeUnit.SECONDS.toMillis(TIDY_UP_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
