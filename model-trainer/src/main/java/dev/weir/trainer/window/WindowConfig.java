package dev.weir.trainer.window;

/**
 * How series are cut into windows.
 *
 * @param window steps through which an error is propagated back, 2 or more
 * @param lanes most sequences side by side, 1 or more
 * @param sequence points after which a lane turns to another sequence, a window or more; the state
 *     is carried so long
 */
public record WindowConfig(int window, int lanes, int sequence) {

  /**
   * @throws IllegalArgumentException where a size is out of range
   */
  public WindowConfig {
    if (window < 2) {
      throw new IllegalArgumentException("window must be 2 or more: window=" + window);
    }
    if (lanes < 1) {
      throw new IllegalArgumentException("lanes must be 1 or more: lanes=" + lanes);
    }
    if (sequence < window) {
      throw new IllegalArgumentException(
          "a sequence must hold a window: sequence=" + sequence + ", window=" + window);
    }
  }
}
