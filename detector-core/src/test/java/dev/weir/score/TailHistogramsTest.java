// SPDX-License-Identifier: Apache-2.0
package dev.weir.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weir.state.SeriesBytes;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TailHistogramsTest {

  private static final int HISTOGRAM = 1;

  private final SeriesBytes bytes = new SeriesBytes();
  private final TailHistograms tails = new TailHistograms(bytes, 3);

  @Test
  void observe_fiftyMagnitudesOrFewer_isOne() {
    add(50, 1);
    assertThat(tail(8)).isEqualTo(1);
    add(1, 1);
    assertThat(tail(8)).isLessThan(1);
  }

  @Test
  void observe_oneOccupiedBin_isUniformWithinTheBin() {
    // The bin is [1, 1.5); by the bits of a float its middle is 1.25.
    add(51, 1);
    assertThat(tail(0.001f)).isEqualTo(51.5 / 52);
    assertThat(tail(1)).isEqualTo(51.5 / 52);
    assertThat(tail(1.25f)).isEqualTo((51 / 2.0 + 0.5) / 52);
    assertThat(tail(2)).isEqualTo(0.5 / 52);
    assertThat(tail(1e30f)).isEqualTo(0.5 / 52);
  }

  @Test
  void observe_otherHistograms_haveNoEffect() {
    add(100, 1);
    for (int i = 0; i < 100; i++) {
      tails.observe(0, 8);
      tails.observe(2, 8);
    }
    assertThat(tail(2)).isEqualTo(0.5 / 101);
  }

  @Test
  void observe_threeThousandMagnitudes_halvesAllCounts() {
    add(101, 4);
    add(2_898, 1);
    assertThat(tail(4)).isCloseTo(101.5 / 3_000, within(1e-12));
    add(1, 1);
    assertThat(tail(4)).isCloseTo(50.5 / 1_500, within(1e-12));
    assertThat(tail(1)).isCloseTo(1_499.5 / 1_500, within(1e-12));
  }

  /** Compares with a plain array of counts. */
  @Property
  void observe_anyMagnitudes_equalsPlainCounting(
      @ForAll @Size(min = 60, max = 400) List<@FloatRange(min = 0, max = 100) Float> magnitudes) {
    int[] counts = new int[TailHistograms.BINS];
    TailHistograms histogram = new TailHistograms(new SeriesBytes(), 1);
    for (int n = 0; n < magnitudes.size(); n++) {
      double position = position(magnitudes.get(n));
      int bin = (int) position;
      double above = 0.5 + counts[bin] * (1 - (position - bin));
      for (int higher = bin + 1; higher < counts.length; higher++) {
        above += counts[higher];
      }
      double expected = n <= 50 ? 1 : Math.min(1, above / (n + 1));
      assertThat(histogram.observe(0, magnitudes.get(n))).isCloseTo(expected, within(1e-6));
      counts[bin]++;
    }
  }

  /** Half octaves from 2^-7 on, linear within an octave. */
  private static double position(float magnitude) {
    double octave = magnitude < 0x1p-7 ? -7 : Math.getExponent(magnitude);
    double within = magnitude < 0x1p-7 ? 0 : magnitude / Math.pow(2, octave) - 1;
    return Math.max(0, Math.min(Math.nextDown(20.0), 2 * (octave + 7 + within)));
  }

  @Test
  void attach_copyOfTheBytes_hasTheSameTails() {
    add(80, 0.5f);
    add(7, 3);
    assertThat(bytes.copy()).hasSize(3 * 32);
    assertThat(tail(2)).isEqualTo(7.5 / 88);
  }

  /** Computes a tail in a copy, so that the magnitude is not added. */
  private double tail(float magnitude) {
    SeriesBytes copied = new SeriesBytes();
    TailHistograms copy = new TailHistograms(copied, 3);
    copied.attach(bytes.copy());
    return copy.observe(HISTOGRAM, magnitude);
  }

  private void add(int times, float magnitude) {
    for (int i = 0; i < times; i++) {
      tails.observe(HISTOGRAM, magnitude);
    }
  }
}
