package dev.weir.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weir.state.SeriesBytes;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BudgetControllerTest {

  private static final double ONE_IN_A_THOUSAND = -3;

  @Test
  void log10Line_newSeries_isTheBudget() {
    BudgetState state = new BudgetState(new SeriesBytes());
    assertThat(BudgetController.log10Line(state, ONE_IN_A_THOUSAND)).isEqualTo(ONE_IN_A_THOUSAND);
  }

  @Test
  void learn_anAlert_liftsTheLineByAStepLessWhatWasGranted() {
    BudgetState state = guaranteed();
    learn(state, true, ONE_IN_A_THOUSAND);
    assertThat(line(state)).isCloseTo(0.2 * 0.999, within(1e-12));
    learn(state, false, ONE_IN_A_THOUSAND);
    assertThat(line(state)).isCloseTo(0.2 * 0.998, within(1e-12));
  }

  /** With 10 alerts and 6 granted at most, the line stays clear of its ends. */
  @Property
  void learn_anyAlertsOverAnyStretch_differFromTheBudgetByHowFarTheLineMoved(
      @ForAll @Size(max = 10) Set<@IntRange(min = 0, max = 1_999) Integer> alerts,
      @ForAll @DoubleRange(min = -6, max = -2.53) double log10Allowed,
      @ForAll @IntRange(min = 0, max = 1_000) int from,
      @ForAll @IntRange(min = 1_001, max = 2_000) int to) {
    BudgetState state = guaranteed();
    double atStart = 0;
    for (int i = 0; i < to; i++) {
      atStart = i == from ? line(state) : atStart;
      learn(state, alerts.contains(i), log10Allowed);
    }
    long told = alerts.stream().filter(i -> i >= from && i < to).count();
    double granted = (to - from) * Math.pow(10, log10Allowed);
    double moved = Math.abs(line(state) - atStart);
    assertThat(Math.abs(told - granted)).isLessThanOrEqualTo(moved / 0.2 + 1e-6);
  }

  @Test
  void alerts_cohortJustLikeTheSeries_comeToTheBudget() {
    assertThat(alertsByGranted(0)).isBetween(0.8, 1.2);
  }

  @Test
  void alerts_seriesTenTimesWilderThanTheCohort_comeToTheBudget() {
    assertThat(alertsByGranted(1)).isBetween(0.8, 1.2);
  }

  @Test
  void alerts_seriesTenTimesCalmerThanTheCohort_comeToTheBudget() {
    assertThat(alertsByGranted(-1)).isBetween(0.8, 1.2);
  }

  /**
   * A series of independent surprises with {@code P(surprise > s) = 10^(wilder - s)}, of which the
   * cohort holds that they come up at {@code 10^-s}: left alone it would alert {@code 10^wilder}
   * times as often as granted.
   */
  private static double alertsByGranted(double wilder) {
    int points = 200_000;
    double log10Allowed = -2.6;
    Random random = new Random(7);
    BudgetState state = new BudgetState(new SeriesBytes());
    int alerts = 0;
    for (int i = 0; i < points; i++) {
      double surprise = wilder - Math.log10(1 - random.nextDouble());
      boolean opened = -surprise <= BudgetController.log10Line(state, log10Allowed);
      alerts += opened ? 1 : 0;
      learn(state, opened, log10Allowed);
    }
    return alerts / (points * Math.pow(10, log10Allowed));
  }

  @Test
  void learn_endlessSilence_lowersTheLineToAnEndFromWhichOneAlertLiftsIt() {
    BudgetState state = guaranteed();
    learn(state, 100_000, false);
    double lowest = line(state);
    learn(state, 100_000, false);
    assertThat(line(state)).isEqualTo(lowest).isNegative();
    learn(state, true, ONE_IN_A_THOUSAND);
    assertThat(line(state)).isCloseTo(lowest + 0.2 * 0.999, within(1e-12));
  }

  @Test
  void learn_endlessAlerts_liftTheLineToAnEndFromWhichItComesBack() {
    BudgetState state = guaranteed();
    learn(state, 1_000, true);
    double highest = line(state);
    learn(state, 1_000, true);
    assertThat(line(state)).isEqualTo(highest).isPositive();
    learn(state, 1_000, false);
    assertThat(line(state)).isCloseTo(highest - 0.2, within(1e-9));
  }

  @Test
  void guarantee_untilTenAlertsWereGranted_isProvisional() {
    BudgetState state = new BudgetState(new SeriesBytes());
    learn(state, 9_990, false);
    assertThat(BudgetController.guarantee(state)).isEqualTo(Guarantee.PROVISIONAL);
    learn(state, 20, false);
    assertThat(BudgetController.guarantee(state)).isEqualTo(Guarantee.GUARANTEED);
  }

  @Test
  void guarantee_alertsAlone_earnNone() {
    BudgetState state = new BudgetState(new SeriesBytes());
    learn(state, 100, true);
    assertThat(BudgetController.guarantee(state)).isEqualTo(Guarantee.PROVISIONAL);
  }

  @Test
  void lookAt_copyOfTheBytes_keepsTheLineAndTheGuarantee() {
    SeriesBytes bytes = new SeriesBytes();
    BudgetState state = new BudgetState(bytes);
    learn(state, 10_010, false);
    learn(state, 3, true);
    SeriesBytes copied = new SeriesBytes();
    BudgetState read = new BudgetState(copied);
    copied.lookAt(bytes.copy());
    assertThat(bytes.copy()).hasSize(16);
    assertThat(line(read)).isEqualTo(line(state)).isNotZero();
    assertThat(BudgetController.guarantee(read)).isEqualTo(Guarantee.GUARANTEED);
  }

  @Test
  void learn_firstAlertsOfASeries_liftTheLineHardly() {
    BudgetState state = new BudgetState(new SeriesBytes());
    learn(state, 1_000, false);
    double before = line(state);
    learn(state, true, ONE_IN_A_THOUSAND);
    assertThat(line(state) - before).isCloseTo(0.01, within(1e-4));
  }

  @Test
  void learn_tenAlertsGranted_liftsTheLineByADecadeAnAlertAndLessAndLessFromThenOn() {
    BudgetState state = new BudgetState(new SeriesBytes());
    state.granted(10);
    learn(state, true, ONE_IN_A_THOUSAND);
    assertThat(line(state)).isCloseTo(0.999, within(1e-3));
    state.granted(40);
    double before = line(state);
    learn(state, true, ONE_IN_A_THOUSAND);
    assertThat(line(state) - before).isCloseTo(0.4995, within(1e-3));
  }

  @Test
  void learn_incidentThatOutlastsAGrantedAlert_liftsTheLine() {
    BudgetState state = guaranteed();
    BudgetController.learn(state, false, 999, 1e-3);
    assertThat(line(state)).isNegative();
    BudgetController.learn(state, false, 1_002, 1e-3);
    BudgetController.learn(state, false, 1_003, 1e-3);
    assertThat(line(state)).isPositive();
  }

  /** A series whose step has decayed to the lasting one, its line where the cohort's is. */
  private static BudgetState guaranteed() {
    BudgetState state = new BudgetState(new SeriesBytes());
    state.granted(1_000);
    return state;
  }

  /** Decades above where a new series has it. */
  private static double line(BudgetState state) {
    return -BudgetController.log10Line(state, 0);
  }

  private static void learn(BudgetState state, int points, boolean opened) {
    for (int i = 0; i < points; i++) {
      learn(state, opened, ONE_IN_A_THOUSAND);
    }
  }

  private static void learn(BudgetState state, boolean opened, double log10Allowed) {
    BudgetController.learn(state, opened, 0, Math.pow(10, log10Allowed));
  }
}
