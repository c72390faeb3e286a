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

  /** Levels are kept in 1 / 4096, cut off. */
  private static final float GRAIN = 1 / 4096f;

  private final SeriesBytes bytes = new SeriesBytes();
  private final DayProfile profile = new DayProfile(bytes);

  @Test
  void residual_untilTheHourIsOverOnASecondDay_isUnknown() {
    day(0, 2);
    assertThat(profile.residual(HOUR, 5)).isNaN();
    profile.learn(DAY, 2);
    profile.learn(DAY + HOUR, 4);
    assertThat(profile.residual(DAY + HOUR, 5)).isNaN();
    profile.learn(DAY + 2 * HOUR, 9);
    assertThat(profile.residual(DAY + HOUR, 5)).isNotNaN();
    assertThat(profile.residual(DAY + 2 * HOUR, 5)).isNaN();
  }

  @Test
  void residual_betweenTheMiddlesOfTwoHours_isInterpolated() {
    for (long day = 0; day <= DAY; day += DAY) {
      profile.learn(day, 1);
      profile.learn(day + HOUR / 2, 3);
      profile.learn(day + HOUR, 4);
      profile.learn(day + 2 * HOUR, 0);
    }
    assertThat(profile.residual(HOUR / 2, 5)).isEqualTo(5 - 2);
    assertThat(profile.residual(HOUR, 5)).isEqualTo(5 - 3);
    assertThat(profile.residual(DAY + HOUR * 5 / 4, 5)).isEqualTo(5 - 3.5f);
  }

  @Test
  void residual_acrossMidnight_isInterpolated() {
    for (long day = 0; day <= DAY; day += DAY) {
      profile.learn(day + 23 * HOUR, 1);
      profile.learn(day + DAY, 3);
      profile.learn(day + DAY + HOUR, 0);
    }
    assertThat(profile.residual(2 * DAY, 2)).isZero();
  }

  @Test
  void learn_fewDays_isTheirMean() {
    day(0, 1);
    day(1, 3);
    day(2, 5);
    assertThat(profile.residual(HOUR, 0)).isEqualTo(-3);
  }

  @Test
  void learn_fromTheTenthDayOn_forgetsATenthADay() {
    for (int day = 0; day < 30; day++) {
      day(day, 0);
    }
    day(30, 1);
    assertThat(profile.residual(HOUR, 0)).isCloseTo(-0.1f, within(GRAIN));
    day(31, 1);
    assertThat(profile.residual(HOUR, 0)).isCloseTo(-0.19f, within(2 * GRAIN));
  }

  @Property
  void residual_aLevelRepeatedDaily_isZeroWithinTheGrainWheneverThePointComes(
      @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int startSeconds) {
    DayProfile daily = new DayProfile(new SeriesBytes());
    long start = startSeconds * 1_000L;
    for (int hour = 0; hour < 72; hour++) {
      daily.learn(start + hour * HOUR, 1.3f);
    }
    assertThat(daily.residual(start + 4 * DAY, 1.3f)).isCloseTo(0, within(2 * GRAIN));
  }

  @Test
  void lookAt_copyOfTheBytes_goesOnTheSame() {
    day(0, 1);
    day(1, 1);
    profile.learn(2 * DAY, 4);
    SeriesBytes copied = new SeriesBytes();
    DayProfile read = new DayProfile(copied);
    copied.lookAt(bytes.copy());
    assertThat(bytes.copy()).hasSize(81);
    profile.learn(2 * DAY + HOUR, 1);
    read.learn(2 * DAY + HOUR, 1);
    assertThat(copied.copy()).isEqualTo(bytes.copy());
    assertThat(read.residual(2 * DAY + HOUR / 2, 2)).isZero();
  }

  /** One day whose hours 0 and 1 have this level; what follows ends them. */
  private void day(int day, float level) {
    profile.learn(day * DAY, level);
    profile.learn(day * DAY + HOUR, level);
    profile.learn(day * DAY + 2 * HOUR, 0);
  }
}
