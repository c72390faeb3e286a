package dev.weir.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TailHistogramTest {

  @Test
  void tail_fiftyMagnitudesOrLess_isOne() {
    TailHistogram tail = learnt(50, 1);
    assertThat(tail.tail(8)).isEqualTo(1);
    tail.learn(1);
    assertThat(tail.tail(8)).isLessThan(1);
  }

  @Test
  void tail_oneOccupiedBin_isSharedOutEvenlyWithinIt() {
    // 1 to sqrt(2) is one bin; half of it, by the bits of a float, ends at 1.25.
    TailHistogram tail = learnt(51, 1);
    assertThat(tail.tail(0.001f)).isEqualTo(51.5 / 52);
    assertThat(tail.tail(1)).isEqualTo(51.5 / 52);
    assertThat(tail.tail(1.25f)).isEqualTo((51 / 2.0 + 0.5) / 52);
    assertThat(tail.tail(2)).isEqualTo(0.5 / 52);
    assertThat(tail.tail(1e30f)).isEqualTo(0.5 / 52);
  }

  @Test
  void learn_threeThousandMagnitudes_halvesAllSoThatOldOnesFade() {
    TailHistogram tail = learnt(100, 4);
    learn(tail, 2_899, 1);
    assertThat(tail.tail(4)).isCloseTo(100.5 / 3_000, within(1e-12));
    tail.learn(1);
    assertThat(tail.tail(4)).isCloseTo(50.5 / 1_501, within(1e-12));
  }

  @Property
  void tail_largerMagnitude_isNeverLarger(
      @ForAll @Size(min = 60, max = 200) List<@FloatRange(min = 0, max = 100) Float> magnitudes,
      @ForAll @FloatRange(min = 0, max = 100) float one,
      @ForAll @FloatRange(min = 0, max = 100) float other) {
    TailHistogram tail = new TailHistogram();
    magnitudes.forEach(tail::learn);
    double ofSmaller = tail.tail(Math.min(one, other));
    double ofLarger = tail.tail(Math.max(one, other));
    assertThat(ofLarger).isGreaterThan(0).isLessThanOrEqualTo(ofSmaller);
    assertThat(ofSmaller).isLessThanOrEqualTo(1);
  }

  @Test
  void write_andRead_givesTheSameTails() throws IOException {
    TailHistogram tail = learnt(80, 0.5f);
    learn(tail, 7, 3);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    tail.write(new DataOutputStream(bytes));
    TailHistogram read = new TailHistogram();
    read.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(bytes.size()).isEqualTo(2 * TailHistogram.BINS);
    assertThat(read.tail(2)).isEqualTo(tail.tail(2)).isEqualTo(7.5 / 88);
  }

  private static TailHistogram learnt(int times, float magnitude) {
    TailHistogram tail = new TailHistogram();
    learn(tail, times, magnitude);
    return tail;
  }

  private static void learn(TailHistogram tail, int times, float magnitude) {
    for (int i = 0; i < times; i++) {
      tail.learn(magnitude);
    }
  }
}
