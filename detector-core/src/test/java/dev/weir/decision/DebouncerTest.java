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
  void isNew_firstPoint_standsForItself() {
    assertThat(Debouncer.isNew(state, -4)).isTrue();
  }

  @Test
  void isNew_notAFactorOf18Rarer_isTheSameIncident() {
    Debouncer.isNew(state, 1);
    assertThat(Debouncer.isNew(state, 1)).isFalse();
    assertThat(Debouncer.isNew(state, 2.1)).isFalse();
    assertThat(Debouncer.isNew(state, 2.25)).isTrue();
    assertThat(Debouncer.isNew(state, 2.25)).isFalse();
  }

  @Test
  void isNew_asRareAgain_standsForItselfAfterThirtySixPoints() {
    Debouncer.isNew(state, 3);
    rest(34);
    assertThat(Debouncer.isNew(state, 3)).isFalse();
    assertThat(Debouncer.isNew(state, 3)).isTrue();
  }

  @Property
  void isNew_anyTwo_differByTheRiseLessWhatTheBarSank(
      @ForAll @Size(max = 300) List<@DoubleRange(min = 0, max = 12) Double> decades) {
    DebounceState ofTry = new DebounceState(new SeriesBytes());
    int told = -1;
    for (int i = 0; i < decades.size(); i++) {
      if (!Debouncer.isNew(ofTry, decades.get(i))) {
        continue;
      }
      if (told >= 0) {
        double bar = decades.get(told) + Debouncer.RISE - Debouncer.SINK * (i - told);
        assertThat(decades.get(i)).isGreaterThan(bar - 1e-9);
      }
      told = i;
    }
  }

  @Test
  void lookAt_copyOfTheBytes_remembersTheBar() {
    Debouncer.isNew(state, 3);
    rest(10);
    SeriesBytes copied = new SeriesBytes();
    DebounceState read = new DebounceState(copied);
    copied.lookAt(bytes.copy());
    assertThat(bytes.copy()).hasSize(8);
    assertThat(Debouncer.isNew(read, 3.8)).isFalse();
    assertThat(Debouncer.isNew(read, 3.9)).isTrue();
  }

  private void rest(int points) {
    for (int i = 0; i < points; i++) {
      Debouncer.isNew(state, 0);
    }
  }
}
