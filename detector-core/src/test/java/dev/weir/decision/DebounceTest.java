package dev.weir.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DebounceTest {

  private final DebounceState state = Debounce.newState();

  @Test
  void isNew_firstPoint_standsForItself() {
    assertThat(Debounce.isNew(state, -4)).isTrue();
  }

  @Test
  void isNew_noMoreThanHalfADecadeAboveThePeak_isTheSameIncident() {
    Debounce.isNew(state, 1);
    assertThat(Debounce.isNew(state, 1)).isFalse();
    assertThat(Debounce.isNew(state, 1.5)).isFalse();
    assertThat(Debounce.isNew(state, 1.75)).isTrue();
    assertThat(Debounce.isNew(state, 2.25)).isFalse();
  }

  @Test
  void isNew_smallerPeakBeforeTheExpiry_isStillOvershadowed() {
    Debounce.isNew(state, 3);
    rest(Debounce.EXPIRY - 1);
    assertThat(Debounce.isNew(state, 1)).isFalse();
  }

  @Test
  void isNew_smallerPeakBehindTheExpiry_standsForItself() {
    Debounce.isNew(state, 3);
    rest(Debounce.EXPIRY + 1);
    assertThat(Debounce.isNew(state, 1)).isTrue();
  }

  @Property
  void isNew_anyTwoWithinTheExpiry_riseByHalfADecade(
      @ForAll @Size(max = 300) List<@DoubleRange(min = -6, max = 6) Double> decades) {
    DebounceState ofTry = Debounce.newState();
    int told = -1;
    for (int i = 0; i < decades.size(); i++) {
      if (!Debounce.isNew(ofTry, decades.get(i))) {
        continue;
      }
      if (told >= 0 && i - told <= Debounce.EXPIRY) {
        assertThat(decades.get(i)).isGreaterThan(decades.get(told) + 0.5 - 1e-6);
      }
      told = i;
    }
  }

  @Test
  void write_andRead_remembersPeakAndAge() throws IOException {
    Debounce.isNew(state, 3);
    rest(Debounce.EXPIRY - 1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    state.write(new DataOutputStream(bytes));
    DebounceState read = Debounce.newState();
    read.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(bytes.size()).isEqualTo(5);
    assertThat(Debounce.isNew(read, 3.25)).isFalse();
    assertThat(Debounce.isNew(read, 3.25)).isFalse();
    assertThat(Debounce.isNew(read, 3.8)).isTrue();
  }

  private void rest(int points) {
    for (int i = 0; i < points; i++) {
      Debounce.isNew(state, 0);
    }
  }
}
