// SPDX-License-Identifier: Apache-2.0
package dev.weir.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.state.SeriesBytes;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DebouncerTest {

  private final SeriesBytes bytes = new SeriesBytes();
  private final DebounceState state = new DebounceState(bytes);

  @Test
  void passes_firstPoint_passes() {
    assertThat(Debouncer.passes(state, -4)).isTrue();
  }

  @Test
  void passes_lessThanAFactorOf18Rarer_isSuppressed() {
    Debouncer.passes(state, 1);
    assertThat(Debouncer.passes(state, 1)).isFalse();
    assertThat(Debouncer.passes(state, 2.1)).isFalse();
    assertThat(Debouncer.passes(state, 2.25)).isTrue();
    assertThat(Debouncer.passes(state, 2.25)).isFalse();
  }

  @Test
  void passes_equallyRarePoint_passesAfterThirtySixPoints() {
    Debouncer.passes(state, 3);
    skip(34);
    assertThat(Debouncer.passes(state, 3)).isFalse();
    assertThat(Debouncer.passes(state, 3)).isTrue();
  }

  @Property
  void passes_anyTwoPassingPoints_differByTheRiseLessTheFall(
      @ForAll @Size(max = 300) List<@DoubleRange(min = 0, max = 12) Double> decades) {
    DebounceState newState = new DebounceState(new SeriesBytes());
    int passed = -1;
    for (int i = 0; i < decades.size(); i++) {
      if (!Debouncer.passes(newState, decades.get(i))) {
        continue;
      }
      if (passed >= 0) {
        double bar = decades.get(passed) + Debouncer.RISE - Debouncer.FALL * (i - passed);
        assertThat(decades.get(i)).isGreaterThan(bar - 1e-9);
      }
      passed = i;
    }
  }

  @Test
  void attach_copyOfTheBytes_hasTheSameBar() {
    Debouncer.passes(state, 3);
    skip(10);
    SeriesBytes copied = new SeriesBytes();
    DebounceState read = new DebounceState(copied);
    copied.attach(bytes.copy());
    assertThat(bytes.copy()).hasSize(8);
    assertThat(Debouncer.passes(read, 3.8)).isFalse();
    assertThat(Debouncer.passes(read, 3.9)).isTrue();
  }

  private void skip(int points) {
    for (int i = 0; i < points; i++) {
      Debouncer.passes(state, 0);
    }
  }
}
