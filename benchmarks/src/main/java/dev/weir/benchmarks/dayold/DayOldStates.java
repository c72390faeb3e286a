// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.dayold;

import static java.util.Objects.requireNonNull;

import dev.weir.benchmarks.load.SyntheticEvents;
import dev.weir.detect.Detector;
import dev.weir.detect.DetectorState;
import dev.weir.event.EventDecoder;
import dev.weir.event.EventFormat;
import dev.weir.event.EventSink;
import dev.weir.series.Observation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Detector states of {@value #SERIES} synthetic series that are between one and two days old, made
 * by stepping a detector over all their events.
 *
 * <p>One series starts at each minute of the first day, so that the periodic work of old series (a
 * full pattern memory, the second day of a day profile) is spread over all minutes.
 *
 * <p>In {@link SyntheticEvents#mixed}, series {@code k} and {@code k + } {@value #SERIES} have the
 * same load curve and phase and differ in their noise only. So the events of one continue the state
 * of the other.
 */
public final class DayOldStates implements EventSink {

  /** Number of series: one per phase of {@link SyntheticEvents}. */
  public static final int SERIES = SyntheticEvents.PHASES;

  /** Minute after the last point of every series. */
  public static final int END_MINUTE = 3_000;

  private final Detector detector;
  private final Map<String, DetectorState> states = new HashMap<>();

  private DayOldStates(Detector detector) {
    this.detector = detector;
  }

  /**
   * Steps a detector over the events of all series.
   *
   * @param detector its code is afterwards compiled for series of all ages
   */
  public static DayOldStates of(Detector detector) {
    DayOldStates result = new DayOldStates(detector);
    SyntheticEvents events = SyntheticEvents.mixed(SERIES);
    EventDecoder decoder = EventFormat.JSON.decoder();
    for (long number = 0; number < (long) SERIES * END_MINUTE; number++) {
      if (events.key(number) <= number / SERIES) {
        decoder.decode(events.json(number), result);
      }
    }
    detector.flush();
    return result;
  }

  /** Number of points of a series. */
  public static int points(int key) {
    return END_MINUTE - key % SERIES;
  }

  /** Copy of the state of a series after {@link #points} points. */
  public DetectorState copyOf(int key) {
    return requireNonNull(states.get(SyntheticEvents.series(key % SERIES))).copy();
  }

  @Override
  public void event(String series, long timeMillis, double[] values, int count) {
    DetectorState state = states.computeIfAbsent(series, name -> detector.newState());
    detector.step(state, new Observation(timeMillis, Arrays.copyOf(values, count)));
  }

  @Override
  public void malformed(String reason) {
    throw new IllegalStateException("every synthetic event must be valid: found=" + reason);
  }
}
