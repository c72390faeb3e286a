// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.detect;

import dev.weir.decision.Alert;
import dev.weir.decision.Band;
import dev.weir.decision.Decision;
import dev.weir.decision.Evidence;
import dev.weir.decision.Guarantee;
import dev.weir.decision.Incident;
import dev.weir.detect.ScoredPoint;
import dev.weir.job.serialization.Layout;
import dev.weir.job.serialization.LayoutSnapshot;
import dev.weir.job.serialization.StreamSerializer;
import dev.weir.job.serialization.StreamType;
import dev.weir.score.Signal;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Serializer of a {@link ScoredEvent}. The evidence of an alert is that of its point and is written
 * once.
 */
public final class ScoredEventSerializer extends StreamSerializer<ScoredEvent> {

  private static final long serialVersionUID = 1L;
  private static final int NEWEST_LAYOUT = 1;

  private static final byte WARMING_UP = 0;
  private static final byte NORMAL = 1;
  private static final byte ANOMALOUS = 2;

  private static final byte NO_ALERT = -1;

  /** The position is written: append only. */
  private static final List<Alert.Status> STATUSES =
      List.of(Alert.Status.OPENED, Alert.Status.UPDATED, Alert.Status.RESOLVED);

  /** The position is written: append only. */
  private static final List<Signal> SIGNALS =
      List.of(Signal.PATTERN, Signal.ERROR, Signal.DRIFT, Signal.SEASON, Signal.CALM, Signal.RANGE);

  /** The position is written: append only. */
  private static final List<Guarantee> GUARANTEES =
      List.of(Guarantee.LEARNING, Guarantee.PROVISIONAL, Guarantee.GUARANTEED);

  /** The type of a stream of scored points. */
  public static final StreamType<ScoredEvent> TYPE =
      new StreamType<>(ScoredEvent.class, new ScoredEventSerializer(NEWEST_LAYOUT));

  ScoredEventSerializer(int layout) {
    super(layout);
  }

  @Override
  public ScoredEvent createInstance() {
    double[] one = {1};
    Evidence evidence =
        new Evidence(0, one, Band.NONE, 0, 1, Signal.PATTERN, one, Guarantee.LEARNING);
    return new ScoredEvent(
        "-", "-", new ScoredPoint(evidence, 0, false, Decision.NORMAL, Optional.empty(), false));
  }

  @Override
  public void serialize(ScoredEvent point, DataOutputView out) throws IOException {
    ScoredPoint scored = point.scored();
    Layout.writeText(out, point.series());
    Layout.writeText(out, point.model());
    writeEvidence(scored.evidence(), out);
    out.writeDouble(scored.surprise());
    out.writeBoolean(scored.passesDebounce());
    writeDecision(scored.decision(), out);
    out.writeBoolean(scored.stateReset());
    writeAlert(scored.alert(), out);
  }

  @Override
  public ScoredEvent deserialize(DataInputView in) throws IOException {
    String series = Layout.readText(in);
    String model = Layout.readText(in);
    Evidence evidence = readEvidence(in);
    double surprise = in.readDouble();
    boolean passesDebounce = in.readBoolean();
    Decision decision = readDecision(in);
    boolean stateReset = in.readBoolean();
    Optional<Alert> alert = readAlert(evidence, in);
    return new ScoredEvent(
        series,
        model,
        new ScoredPoint(evidence, surprise, passesDebounce, decision, alert, stateReset));
  }

  private static void writeEvidence(Evidence evidence, DataOutput out) throws IOException {
    out.writeLong(evidence.timeMillis());
    Layout.writeDoubles(out, evidence.values());
    Layout.writeDoubles(out, evidence.band().expected());
    Layout.writeDoubles(out, evidence.band().lower());
    Layout.writeDoubles(out, evidence.band().upper());
    out.writeDouble(evidence.log10Rate());
    out.writeDouble(evidence.log10Threshold());
    out.writeByte(SIGNALS.indexOf(evidence.signal()));
    Layout.writeDoubles(out, evidence.contributions());
    out.writeByte(GUARANTEES.indexOf(evidence.guarantee()));
  }

  private static Evidence readEvidence(DataInput in) throws IOException {
    long timeMillis = in.readLong();
    double[] values = Layout.readDoubles(in);
    Band band = new Band(Layout.readDoubles(in), Layout.readDoubles(in), Layout.readDoubles(in));
    double log10Rate = in.readDouble();
    double log10Threshold = in.readDouble();
    Signal signal = SIGNALS.get(in.readByte());
    double[] contributions = Layout.readDoubles(in);
    Guarantee guarantee = GUARANTEES.get(in.readByte());
    return new Evidence(
        timeMillis, values, band, log10Rate, log10Threshold, signal, contributions, guarantee);
  }

  private static void writeDecision(Decision decision, DataOutput out) throws IOException {
    if (decision instanceof Decision.WarmingUp warmingUp) {
      out.writeByte(WARMING_UP);
      out.writeInt(warmingUp.pointsLeft());
    } else {
      out.writeByte(decision instanceof Decision.Normal ? NORMAL : ANOMALOUS);
    }
  }

  private static Decision readDecision(DataInput in) throws IOException {
    byte kind = in.readByte();
    if (kind == WARMING_UP) {
      return new Decision.WarmingUp(in.readInt());
    }
    return kind == NORMAL ? Decision.NORMAL : Decision.ANOMALOUS;
  }

  private static void writeAlert(Optional<Alert> alert, DataOutput out) throws IOException {
    if (alert.isEmpty()) {
      out.writeByte(NO_ALERT);
      return;
    }
    Incident incident = alert.get().incident();
    out.writeByte(STATUSES.indexOf(alert.get().status()));
    out.writeLong(incident.startMillis());
    out.writeLong(incident.lastMillis());
    out.writeDouble(incident.peakScore());
    out.writeInt(incident.points());
  }

  private static Optional<Alert> readAlert(Evidence evidence, DataInput in) throws IOException {
    byte status = in.readByte();
    if (status == NO_ALERT) {
      return Optional.empty();
    }
    Incident incident = new Incident(in.readLong(), in.readLong(), in.readDouble(), in.readInt());
    return Optional.of(new Alert(STATUSES.get(status), incident, evidence));
  }

  @Override
  public TypeSerializerSnapshot<ScoredEvent> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Configuration of the serializer in a checkpoint. */
  public static final class Snapshot extends LayoutSnapshot<ScoredEvent> {
    /** Called by Flink through reflection. */
    public Snapshot() {
      super(NEWEST_LAYOUT, ScoredEventSerializer::new);
    }
  }
}
