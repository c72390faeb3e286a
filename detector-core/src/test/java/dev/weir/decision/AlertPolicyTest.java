// SPDX-License-Identifier: Apache-2.0
package dev.weir.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.weir.score.Signal;
import dev.weir.state.SeriesBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AlertPolicyTest {

  /** Alerts granted per point: so few that they do not limit the quiet points. */
  private static final double RARELY = 1e-4;

  @Property
  void update_anyDecisions_opensAndResolvesInTurnAndUpdatesOnlyBetween(
      @ForAll @Size(max = 300) List<Boolean> anomalous,
      @ForAll @IntRange(min = 1, max = 40) int quietPoints) {
    boolean open = false;
    for (Alert alert : run(anomalous, quietPoints)) {
      assertThat(alert.status() == Alert.Status.OPENED).isEqualTo(!open);
      open = alert.status() != Alert.Status.RESOLVED;
      assertThat(alert.incident().startMillis()).isLessThanOrEqualTo(alert.incident().lastMillis());
      assertThat(alert.incident().points()).isPositive();
    }
  }

  @Test
  void update_oneAnomaly_opensThenResolvesAfterTheQuietPoints() {
    List<Boolean> decisions = new ArrayList<>(List.of(false, true));
    for (int i = 0; i < 5; i++) {
      decisions.add(false);
    }
    List<Alert> alerts = run(decisions, 3);
    assertThat(alerts)
        .extracting(Alert::status)
        .containsExactly(Alert.Status.OPENED, Alert.Status.RESOLVED);
    assertThat(alerts.get(1).evidence().timeMillis()).isEqualTo(4);
    assertThat(alerts.get(1).incident().lastMillis()).isEqualTo(1);
  }

  @Test
  void update_longIncident_updatesEveryQuietPoints() {
    List<Boolean> decisions = java.util.Collections.nCopies(10, true);
    assertThat(run(decisions, 3))
        .extracting(alert -> alert.evidence().timeMillis())
        .containsExactly(0L, 3L, 6L, 9L);
  }

  @Test
  void update_alertsGrantedEveryFewPoints_resolvesIncidentsEarly() {
    List<Boolean> decisions = List.of(true, false, false, true, false, false);
    assertThat(run(decisions, 30)).extracting(Alert::status).containsExactly(Alert.Status.OPENED);
    assertThat(run(decisions, 30, 1 / 8.0))
        .extracting(Alert::status)
        .containsExactly(
            Alert.Status.OPENED, Alert.Status.RESOLVED, Alert.Status.OPENED, Alert.Status.RESOLVED);
  }

  @Test
  void update_clearlyRarerPoint_updatesImmediately() {
    AlertPolicy policy = new AlertPolicy(30);
    IncidentState state = new IncidentState(new SeriesBytes());
    policy.update(state, Decision.ANOMALOUS, evidence(0, 0.5), RARELY);
    // Nine times rarer, then nineteen times.
    assertThat(policy.update(state, Decision.ANOMALOUS, evidence(1, 0.9), RARELY)).isEmpty();
    Optional<Alert> worse = policy.update(state, Decision.ANOMALOUS, evidence(2, 0.95), RARELY);
    assertThat(worse).map(Alert::status).contains(Alert.Status.UPDATED);
    assertThat(worse.orElseThrow().incident().peakScore()).isCloseTo(0.95, within(1e-6));
  }

  @Test
  void id_sameSeriesModelAndStart_isTheSame() {
    Alert opened = new Alert(Alert.Status.OPENED, new Incident(5, 5, 0.4, 1), evidence(5, 0.4));
    Alert resolved =
        new Alert(Alert.Status.RESOLVED, new Incident(5, 9, 0.9, 3), evidence(40, 0.1));
    assertThat(opened.id("s", "m@1")).isEqualTo(resolved.id("s", "m@1"));
    assertThat(opened.id("s", "m@2")).isNotEqualTo(opened.id("s", "m@1"));
    assertThat(opened.id("t", "m@1")).isNotEqualTo(opened.id("s", "m@1"));
  }

  @Test
  void feature_severalContributions_isTheFirstOfTheLargest() {
    double[] values = {1, 2, 3, 4};
    double[] contributions = {0.1, 0.4, 0.4, 0.1};
    Evidence evidence =
        new Evidence(
            0, values, Band.NONE, -3, -3, Signal.ERROR, contributions, Guarantee.PROVISIONAL);
    assertThat(evidence.feature()).isEqualTo(1);
  }

  @Test
  void log10InitialThreshold_oneAWeekAtFiveMinutes_isOnceInTwoThousandPoints() {
    assertThat(AlertBudget.DEFAULT.log10InitialThreshold(300_000))
        .isCloseTo(-Math.log10(2016), within(1e-9));
    assertThatThrownBy(() -> new AlertBudget(0)).hasMessageContaining("alertsPerDay=0");
  }

  private static List<Alert> run(List<Boolean> anomalous, int quietPoints) {
    return run(anomalous, quietPoints, RARELY);
  }

  private static List<Alert> run(List<Boolean> anomalous, int quietPoints, double granted) {
    AlertPolicy policy = new AlertPolicy(quietPoints);
    IncidentState state = new IncidentState(new SeriesBytes());
    List<Alert> alerts = new ArrayList<>();
    for (int i = 0; i < anomalous.size(); i++) {
      Decision decision = anomalous.get(i) ? Decision.ANOMALOUS : Decision.NORMAL;
      Evidence evidence = evidence(i, anomalous.get(i) ? 0.5 : 0.1);
      policy.update(state, decision, evidence, granted).ifPresent(alerts::add);
    }
    return alerts;
  }

  private static Evidence evidence(long time, double score) {
    double[] one = {1};
    return new Evidence(
        time, one, Band.NONE, log10Rate(score), -3, Signal.ERROR, one, Guarantee.PROVISIONAL);
  }

  /** The rate that has this score. */
  private static double log10Rate(double score) {
    return -3 - Math.log10(score / (1 - score));
  }
}
