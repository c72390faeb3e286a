package dev.weir.trainer.backprop;

/**
 * The LSTM's steps number by number, forwards and backwards, over all units of all lanes.
 *
 * <p>Static, few arrays each, one index: what the JIT makes SIMD of.
 */
final class LstmLoops {

  private LstmLoops() {}

  /** {@code c = f c' + i g}. */
  static void remember(
      float[] in,
      float[] forget,
      float[] candidate,
      float[] before,
      float[] cell,
      float[] copy,
      int count) {
    for (int i = 0; i < count; i++) {
      float c = forget[i] * before[i] + in[i] * candidate[i];
      cell[i] = c;
      copy[i] = c;
    }
  }

  /** {@code h = o tanh(c)}. */
  static void show(float[] out, float[] squashed, float[] output, int count) {
    for (int i = 0; i < count; i++) {
      output[i] = out[i] * squashed[i];
    }
  }

  /**
   * Back through {@link #show}.
   *
   * @param output gradient of h
   * @param cell gradient of c, added to
   * @param out the gate, replaced by the gradient of its sum
   */
  static void backThroughShow(
      float[] output, float[] squashed, float[] cell, float[] out, int count) {
    for (int i = 0; i < count; i++) {
      float o = out[i];
      float t = squashed[i];
      float through = output[i] * o;
      cell[i] += through * (1 - t * t);
      out[i] = through * t * (1 - o);
    }
  }

  /**
   * Back through what came in.
   *
   * @param cell gradient of c
   * @param in the gate, replaced by the gradient of its sum
   * @param candidate replaced by the gradient of its sum
   */
  static void backThroughInput(float[] cell, float[] in, float[] candidate, int count) {
    for (int i = 0; i < count; i++) {
      float a = in[i];
      float g = candidate[i];
      float through = cell[i] * a;
      in[i] = through * g * (1 - a);
      candidate[i] = through * (1 - g * g);
    }
  }

  /**
   * Back through what was kept.
   *
   * @param cell gradient of c, replaced by that of c a step before
   * @param before c a step before
   * @param forget the gate, replaced by the gradient of its sum
   */
  static void backThroughMemory(float[] cell, float[] before, float[] forget, int count) {
    for (int i = 0; i < count; i++) {
      float f = forget[i];
      float through = cell[i] * f;
      forget[i] = through * before[i] * (1 - f);
      cell[i] = through;
    }
  }
}
