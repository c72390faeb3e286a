// SPDX-License-Identifier: Apache-2.0
package dev.weir.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReorderBufferTest {

  @Property
  void offer_anyArrivals_eachPointIsPassedOnOnce(
      @ForAll DuplicatePolicy policy,
      @ForAll @LongRange(min = 0, max = 20) long bound,
      @ForAll @Size(max = 60) List<@LongRange(min = 0, max = 40) Long> times) {
    RecordedArrivals out = run(policy, bound, times);
    assertThat(out.all()).isEqualTo(times.size());
    if (policy != DuplicatePolicy.KEEP) {
      assertThat(out.times()).isSorted().doesNotHaveDuplicates();
    } else {
      assertThat(out.released).hasSize(times.size());
    }
  }

  @Property
  void offer_disorderWithinTheBound_isSortedAndNothingIsLate(
      @ForAll DuplicatePolicy policy,
      @ForAll @Size(max = 80) List<@IntRange(min = 0, max = 9) Integer> delays) {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < delays.size(); i++) {
      times.add(100L + i - delays.get(i));
    }
    RecordedArrivals out = run(policy, 10, times);
    assertThat(out.late).isEmpty();
    assertThat(out.times()).isSorted();
  }

  @Property
  void advance_betweenPointsInOrder_changesNothing(
      @ForAll DuplicatePolicy policy,
      @ForAll @LongRange(min = 0, max = 20) long bound,
      @ForAll @Size(max = 60) List<@LongRange(min = 1, max = 5) Long> steps,
      @ForAll boolean advancing) {
    ReorderBuffer buffer = new ReorderBuffer(new ReorderConfig(policy, bound));
    ReorderState state = new ReorderState();
    RecordedArrivals out = new RecordedArrivals();
    long time = 0;
    for (long step : steps) {
      if (advancing) {
        buffer.advance(state, time, out);
      }
      time += step;
      buffer.offer(state, point(time, time), out);
    }
    buffer.advance(state, Long.MAX_VALUE, out);
    assertThat(out.released).hasSize(steps.size());
    assertThat(out.times()).isSorted();
    assertThat(state.isEmpty()).isTrue();
  }

  @Property
  void write_thenRead_continuesIdentically(
      @ForAll DuplicatePolicy policy,
      @ForAll @LongRange(min = 0, max = 20) long bound,
      @ForAll @Size(max = 60) List<@LongRange(min = 0, max = 40) Long> times,
      @ForAll @IntRange(min = 0, max = 60) int at)
      throws IOException {
    ReorderBuffer buffer = new ReorderBuffer(new ReorderConfig(policy, bound));
    ReorderState state = new ReorderState();
    RecordedArrivals out = new RecordedArrivals();
    for (int i = 0; i < times.size(); i++) {
      state = i == at ? copy(state) : state;
      buffer.offer(state, point(times.get(i), i), out);
    }
    buffer.advance(state, Long.MAX_VALUE, out);
    assertThat(out.released).isEqualTo(run(policy, bound, times).released);
  }

  @Test
  void offer_equalTimes_followThePolicy() {
    List<Long> times = List.of(1L, 1L, 1L, 2L);
    assertThat(run(DuplicatePolicy.KEEP, 0, times).values()).containsExactly(0.0, 1.0, 2.0, 3.0);
    assertThat(run(DuplicatePolicy.FIRST, 0, times).values()).containsExactly(0.0, 3.0);
    assertThat(run(DuplicatePolicy.LAST, 0, times).values()).containsExactly(2.0, 3.0);
    assertThat(run(DuplicatePolicy.MEAN, 0, times).values()).containsExactly(1.0, 3.0);
  }

  @Test
  void offer_earlierTimeThanTheBound_isReleasedOrLate() {
    List<Long> times = List.of(100L, 10L, 101L);
    assertThat(run(DuplicatePolicy.KEEP, 5, times).released).hasSize(3);
    assertThat(run(DuplicatePolicy.FIRST, 5, List.of(100L, 110L, 10L)).late).hasSize(1);
  }

  @Test
  void offer_stuckClock_buffersAtMostTheCapacity() {
    ReorderBuffer buffer = new ReorderBuffer(new ReorderConfig(DuplicatePolicy.KEEP, 1000));
    ReorderState state = new ReorderState();
    RecordedArrivals out = new RecordedArrivals();
    for (int i = 0; i < 3 * ReorderBuffer.CAPACITY; i++) {
      buffer.offer(state, point(5, i), out);
    }
    assertThat(state.size()).isEqualTo(ReorderBuffer.CAPACITY);
    assertThat(out.released).hasSize(2 * ReorderBuffer.CAPACITY);
  }

  private static RecordedArrivals run(DuplicatePolicy policy, long bound, List<Long> times) {
    ReorderBuffer buffer = new ReorderBuffer(new ReorderConfig(policy, bound));
    ReorderState state = new ReorderState();
    RecordedArrivals out = new RecordedArrivals();
    for (int i = 0; i < times.size(); i++) {
      buffer.offer(state, point(times.get(i), i), out);
    }
    buffer.advance(state, Long.MAX_VALUE, out);
    return out;
  }

  private static Observation point(long time, double value) {
    return new Observation(time, new double[] {value});
  }

  private static ReorderState copy(ReorderState state) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    state.write(new DataOutputStream(bytes));
    return ReorderState.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }
}
