package dev.weir.benchmarks.pipeline;

import dev.weir.detect.Detector;
import dev.weir.detect.DetectorState;
import dev.weir.event.EventFormat;
import dev.weir.event.EventSink;
import dev.weir.series.Observation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The first two days of some series, before a cell starts. All series of a cell have one age; each
 * first time of theirs (a memory that is full, a second day) comes at once, and would have the JIT
 * throw away and compile again what the cell is to measure. A job that runs has series of all ages.
 */
final class FirstDays implements EventSink {

  private static final int SERIES = 800;
  private static final int POINTS = 3_000;

  private final Detector detector;
  private final Map<String, DetectorState> states = new HashMap<>();

  private FirstDays(Detector detector) {
    this.detector = detector;
  }

  /** Lets a detector judge them all. */
  static void passFor(Detector detector) {
    FirstDays days = new FirstDays(detector);
    SyntheticEvents events = new SyntheticEvents(SERIES);
    var decoder = EventFormat.JSON.decoder();
    for (long number = 0; number < (long) SERIES * POINTS; number++) {
      decoder.decode(events.json(number), days);
    }
    detector.flush();
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
