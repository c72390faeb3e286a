// SPDX-License-Identifier: Apache-2.0
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
  void log10Threshold_newSeries_isTheInitialThreshold() {
    BudgetState state = new BudgetState(new SeriesBytes());
    assertThat(BudgetController.log10Threshold(state, ONE_IN_A_THOUSAND))
        .isEqualTo(ONE_IN_A_THOUSAND);
  }

  @Test
  void update_alert_raisesTheOffsetByAStepLessTheGrantedPart() {
    BudgetState state = guaranteed();
    update(state, true, ONE_IN_A_THOUSAND);
    assertThat(offset(state)).isCloseTo(0.2 * 0.999, within(1e-12));
    update(state, false, ONE_IN_A_THOUSAND);
    assertThat(offset(state)).isCloseTo(0.2 * 0.998, within(1e-12));
  }

  /** With at most 10 alerts and 6 granted alerts, the offset stays within its bounds. */
  @Property
  void update_anyAlertsInAnyPeriod_differFromTheBudgetByTheChangeOfTheOffset(
      @ForAll @Size(max = 10) Set<@IntRange(min = 0, max = 1_999) Integer> alerts,
      @ForAll @DoubleRange(min = -6, max = -2.53) double log10Allowed,
      @ForAll @IntRange(min = 0, max = 1_000) int from,
      @ForAll @IntRange(min = 1_001, max = 2_000) int to) {
    BudgetState state = guaranteed();
    double atStart = 0;
    for (int i = 0; i < to; i++) {
      atStart = i == from ? offset(state) : atStart;
      update(state, alerts.contains(i), log10Allowed);
    }
    long opened = alerts.stream().filter(i -> i >= from && i < to).count();
    double granted = (to - from) * Math.pow(10, log10Allowed);
    double moved = Math.abs(offset(state) - atStart);
    assertThat(Math.abs(opened - granted)).isLessThanOrEqualTo(moved / 0.2 + 1e-6);
  }

  @Test
  void alerts_seriesLikeItsCohort_matchTheBudget() {
    assertThat(alertsByGranted(0)).isBetween(0.8, 1.2);
  }

  @Test
  void alerts_seriesTenTimesMoreSurprisingThanItsCohort_matchTheBudget() {
    assertThat(alertsByGranted(1)).isBetween(0.8, 1.2);
  }

  @Test
  void alerts_seriesTenTimesLessSurprisingThanItsCohort_matchTheBudget() {
    assertThat(alertsByGranted(-1)).isBetween(0.8, 1.2);
  }

  /**
   * Alerts per granted alert of a series of independent surprises with {@code P(surprise > s) =
   * 10^(excess - s)}, while the rate in the cohort is {@code 10^-s}. Without control it would alert
   * {@code 10^excess} times as often as granted.
   */
  private static double alertsByGranted(double excess) {
    int points = 200_000;
    double log10Allowed = -2.6;
    Random random = new Random(7);
    BudgetState state = new BudgetState(new SeriesBytes());
    int alerts = 0;
    for (int i = 0; i < points; i++) {
      double surprise = excess - Math.log10(1 - random.nextDouble());
      boolean opened = -surprise <= BudgetController.log10Threshold(state, log10Allowed);
      alerts += opened ? 1 : 0;
      update(state, opened, log10Allowed);
    }
    return alerts / (points * Math.pow(10, log10Allowed));
  }

  @Test
  void update_noAlertsForLong_lowersTheOffsetToItsBoundUntilAnAlert() {
    BudgetState state = guaranteed();
    update(state, 100_000, false);
    double lowest = offset(state);
    update(state, 100_000, false);
    assertThat(offset(state)).isEqualTo(lowest).isNegative();
    update(state, true, ONE_IN_A_THOUSAND);
    assertThat(offset(state)).isCloseTo(lowest + 0.2 * 0.999, within(1e-12));
  }

  @Test
  void update_alertsForLong_raisesTheOffsetToItsBoundUntilTheyEnd() {
    BudgetState state = guaranteed();
    update(state, 1_000, true);
    double highest = offset(state);
    update(state, 1_000, true);
    assertThat(offset(state)).isEqualTo(highest).isPositive();
    update(state, 1_000, false);
    assertThat(offset(state)).isCloseTo(highest - 0.2, within(1e-9));
  }

  @Test
  void guarantee_beforeTenAccruedAlerts_isProvisional() {
    BudgetState state = new BudgetState(new SeriesBytes());
    update(state, 9_990, false);
    assertThat(BudgetController.guarantee(state)).isEqualTo(Guarantee.PROVISIONAL);
    update(state, 20, false);
    assertThat(BudgetController.guarantee(state)).isEqualTo(Guarantee.GUARANTEED);
  }

  @Test
  void guarantee_alertsOfTheSeries_doNotCount() {
    BudgetState state = new BudgetState(new SeriesBytes());
    update(state, 100, true);
    assertThat(BudgetController.guarantee(state)).isEqualTo(Guarantee.PROVISIONAL);
  }

  @Test
  void attach_copyOfTheBytes_hasTheSameOffsetAndGuarantee() {
    SeriesBytes bytes = new SeriesBytes();
    BudgetState state = new BudgetState(bytes);
    update(state, 10_010, false);
    update(state, 3, true);
    SeriesBytes copied = new SeriesBytes();
    BudgetState read = new BudgetState(copied);
    copied.attach(bytes.copy());
    assertThat(bytes.copy()).hasSize(16);
    assertThat(offset(read)).isEqualTo(offset(state)).isNotZero();
    assertThat(BudgetController.guarantee(read)).isEqualTo(Guarantee.GUARANTEED);
  }

  @Test
  void update_firstAlertsOfASeries_hardlyRaiseTheOffset() {
    BudgetState state = new BudgetState(new SeriesBytes());
    update(state, 1_000, false);
    double before = offset(state);
    update(state, true, ONE_IN_A_THOUSAND);
    assertThat(offset(state) - before).isCloseTo(0.01, within(1e-4));
  }

  @Test
  void update_tenAccruedAlerts_hasTheLargestStepWhichThenDecays() {
    BudgetState state = new BudgetState(new SeriesBytes());
    state.accruedAlerts(10);
    update(state, true, ONE_IN_A_THOUSAND);
    assertThat(offset(state)).isCloseTo(0.999, within(1e-3));
    state.accruedAlerts(40);
    double before = offset(state);
    update(state, true, ONE_IN_A_THOUSAND);
    assertThat(offset(state) - before).isCloseTo(0.4995, within(1e-3));
  }

  @Test
  void update_incidentLongerThanAGrantedAlert_raisesTheOffset() {
    BudgetState state = guaranteed();
    BudgetController.update(state, false, 999, 1e-3);
    assertThat(offset(state)).isNegative();
    BudgetController.update(state, false, 1_002, 1e-3);
    BudgetController.update(state, false, 1_003, 1e-3);
    assertThat(offset(state)).isPositive();
  }

  /** A series whose step has decayed to the final one, with offset 0. */
  private static BudgetState guaranteed() {
    BudgetState state = new BudgetState(new SeriesBytes());
    state.accruedAlerts(1_000);
    return state;
  }

  /** The threshold offset, in decades. */
  private static double offset(BudgetState state) {
    return -BudgetController.log10Threshold(state, 0);
  }

  private static void update(BudgetState state, int points, boolean opened) {
    for (int i = 0; i < points; i++) {
      update(state, opened, ONE_IN_A_THOUSAND);
    }
  }

  private static void update(BudgetState state, boolean opened, double log10Allowed) {
    BudgetController.update(state, opened, 0, Math.pow(10, log10Allowed));
  }
}
