// SPDX-License-Identifier: Apache-2.0
package dev.weir.benchmarks.pipeline;

import static java.util.Objects.requireNonNull;

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
 * Detector states of {@value #SERIES} synthetic series that are between one and two days old.
 *
 * <p>They are made by stepping a detector over every event of these series. One series starts at
 * each minute of the first day, so that the periodic work of old series (a full pattern memory, a
 * second day of a day profile) does not fall on the same minute for all of them.
 *
 * <p>{@link SyntheticEvents#mixed} gives series {@code k} and {@code k + } {@value #SERIES} the
 * same load curve and phase: they differ in their noise only. So the state of one is a state that
 * the other could have, and the events of the other continue it.
 */
final class DayOldStates implements EventSink {

  /** One for each phase of {@link SyntheticEvents}. */
  static final int SERIES = LoadCurve.MINUTES_PER_DAY;

  /** The minute after the last point of every series. */
  static final int END_MINUTE = 3_000;

  private final Detector detector;
  private final Map<String, DetectorState> states = new HashMap<>();

  private DayOldStates(Detector detector) {
    this.detector = detector;
  }

  /**
   * Steps a detector over the events of all series.
   *
   * @param detector also compiled by it for series of any age
   */
  static DayOldStates of(Detector detector) {
    DayOldStates made = new DayOldStates(detector);
    SyntheticEvents events = SyntheticEvents.mixed(SERIES);
    EventDecoder decoder = EventFormat.JSON.decoder();
    for (long number = 0; number < (long) SERIES * END_MINUTE; number++) {
      if (events.key(number) <= number / SERIES) {
        decoder.decode(events.json(number), made);
      }
    }
    detector.flush();
    return made;
  }

  /** Points that a series has. */
  static int points(int key) {
    return END_MINUTE - key % SERIES;
  }

  /** A copy of the state of a series, which has seen {@link #points} points. */
  DetectorState copyOf(int key) {
    return requireNonNull(states.get(SyntheticEvents.series(key % SERIES))).copy();
  }

  @Override
  public void event(String series, long timeMillis, double[] values, int count) {
    DetectorState state = states.computeIfAbsent(series, name -> detector.newState());
    detector.step(state, new Observation(timeMillis, Arrays.copyOf(values, count)));
  }

  @Override
  public void malformed(String reason) {
    throw new IllegalStateException("every event must be well-formed: found=" + reason);
  }
}
