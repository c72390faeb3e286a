// SPDX-License-Identifier: Apache-2.0
package dev.weir.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weir.state.SeriesBytes;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DayProfileTest {

  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;

  /** Levels are truncated to multiples of this. */
  private static final float RESOLUTION = 1 / 4096f;

  private final SeriesBytes bytes = new SeriesBytes();
  private final DayProfile profile = new DayProfile(bytes);

  @Test
  void residual_beforeTheEndOfTheHourOnTheSecondDay_isNaN() {
    day(0, 2);
    assertThat(profile.residual(HOUR, 5)).isNaN();
    profile.update(DAY, 2);
    profile.update(DAY + HOUR, 4);
    assertThat(profile.residual(DAY + HOUR, 5)).isNaN();
    profile.update(DAY + 2 * HOUR, 9);
    assertThat(profile.residual(DAY + HOUR, 5)).isNotNaN();
    assertThat(profile.residual(DAY + 2 * HOUR, 5)).isNaN();
  }

  @Test
  void residual_betweenTheMiddlesOfTwoHours_isInterpolated() {
    for (long day = 0; day <= DAY; day += DAY) {
      profile.update(day, 1);
      profile.update(day + HOUR / 2, 3);
      profile.update(day + HOUR, 4);
      profile.update(day + 2 * HOUR, 0);
    }
    assertThat(profile.residual(HOUR / 2, 5)).isEqualTo(5 - 2);
    assertThat(profile.residual(HOUR, 5)).isEqualTo(5 - 3);
    assertThat(profile.residual(DAY + HOUR * 5 / 4, 5)).isEqualTo(5 - 3.5f);
  }

  @Test
  void residual_acrossMidnight_isInterpolated() {
    for (long day = 0; day <= DAY; day += DAY) {
      profile.update(day + 23 * HOUR, 1);
      profile.update(day + DAY, 3);
      profile.update(day + DAY + HOUR, 0);
    }
    assertThat(profile.residual(2 * DAY, 2)).isZero();
  }

  @Test
  void update_fewDays_isTheMean() {
    day(0, 1);
    day(1, 3);
    day(2, 5);
    assertThat(profile.residual(HOUR, 0)).isEqualTo(-3);
  }

  @Test
  void update_fromTheTenthDayOn_weightsADayByATenth() {
    for (int day = 0; day < 30; day++) {
      day(day, 0);
    }
    day(30, 1);
    assertThat(profile.residual(HOUR, 0)).isCloseTo(-0.1f, within(RESOLUTION));
    day(31, 1);
    assertThat(profile.residual(HOUR, 0)).isCloseTo(-0.19f, within(2 * RESOLUTION));
  }

  @Property
  void residual_constantLevel_isZeroAtAnyTime(
      @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int startSeconds) {
    DayProfile daily = new DayProfile(new SeriesBytes());
    long start = startSeconds * 1_000L;
    for (int hour = 0; hour < 72; hour++) {
      daily.update(start + hour * HOUR, 1.3f);
    }
    assertThat(daily.residual(start + 4 * DAY, 1.3f)).isCloseTo(0, within(2 * RESOLUTION));
  }

  @Test
  void attach_copyOfTheBytes_continuesIdentically() {
    day(0, 1);
    day(1, 1);
    profile.update(2 * DAY, 4);
    SeriesBytes copied = new SeriesBytes();
    DayProfile read = new DayProfile(copied);
    copied.attach(bytes.copy());
    assertThat(bytes.copy()).hasSize(81);
    profile.update(2 * DAY + HOUR, 1);
    read.update(2 * DAY + HOUR, 1);
    assertThat(copied.copy()).isEqualTo(bytes.copy());
    assertThat(read.residual(2 * DAY + HOUR / 2, 2)).isZero();
  }

  /** A day whose hours 0 and 1 have this level. Hour 2 completes them. */
  private void day(int day, float level) {
    profile.update(day * DAY, level);
    profile.update(day * DAY + HOUR, level);
    profile.update(day * DAY + 2 * HOUR, 0);
  }
}
