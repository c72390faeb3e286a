package dev.weir.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PatternMemoryTest {

  private static final float[] FAR = {5, 5, 5, 5, 5};

  private final PatternMemory memory = new PatternMemory();
  private int count;

  @Test
  void distance_patternOfLessThanTheDelayAgo_knowsNothing() {
    learn(PatternMemory.DELAY, at(1));
    assertThat(memory.distance(at(1))).isNegative();
    learn(1, at(1));
    assertThat(memory.distance(at(1))).isZero();
  }

  @Test
  void distance_anotherPattern_isEuclidean() {
    learn(PatternMemory.DELAY + 1, at(0));
    assertThat(memory.distance(at(3))).isCloseTo(3, within(1e-6f));
    assertThat(memory.distance(new float[] {0, 3, 0, 4, 0})).isCloseTo(5, within(1e-6f));
  }

  @Test
  void distance_severalPatterns_isThatToTheNearest() {
    learn(1, at(0));
    learn(1, at(2));
    learn(PatternMemory.DELAY, at(0));
    assertThat(memory.distance(at(1.5f))).isCloseTo(0.5f, within(1e-6f));
  }

  @Test
  void learn_patternsThatRepeat_takeOnePlaceEach() {
    // Were each of the 1,000 kept in a place of its own, the memory would be full of them, and the
    // 30 that follow would not all find theirs.
    learn(1_000, at(0));
    for (int i = 1; i <= 30; i++) {
      learn(1, at(i / 10f));
    }
    learn(PatternMemory.DELAY, at(0));
    for (int i = 0; i <= 30; i++) {
      assertThat(memory.distance(at(i / 10f))).isCloseTo(0, within(1e-6f));
    }
  }

  @Test
  void learn_rarePatternIntoAFullMemory_isKeptWhateverUsualOnesFollow() {
    fillWithNeighbours();
    assertThat(memory.distance(FAR)).isGreaterThan(8);
    learn(1, FAR);
    learn(PatternMemory.DELAY, at(0));
    assertThat(memory.distance(FAR)).isZero();
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      learn(1, at(1.5f * random.nextFloat()));
    }
    assertThat(memory.distance(FAR)).isZero();
  }

  @Test
  void learn_usualPatternIntoAFullMemory_changesNothing() throws IOException {
    fillWithNeighbours();
    byte[] before = prototypes();
    learn(100, at(0.75f));
    assertThat(prototypes()).isEqualTo(before);
  }

  @Test
  void write_andRead_remembersAndGoesOnTheSame() throws IOException {
    fillWithNeighbours();
    PatternMemory read = new PatternMemory();
    read.readFrom(new DataInputStream(new ByteArrayInputStream(bytes(memory))));
    for (int i = 0; i <= PatternMemory.DELAY; i++) {
      memory.learn(FAR, count + i);
      read.learn(FAR, count + i);
    }
    assertThat(read.distance(FAR)).isZero();
    assertThat(bytes(read)).isEqualTo(bytes(memory));
  }

  /** As many patterns as there are places, each one step (a twentieth) from the next. */
  private void fillWithNeighbours() {
    for (int i = 0; i < PatternMemory.PROTOTYPES; i++) {
      learn(1, at(i / 20f));
    }
    learn(PatternMemory.DELAY, at(0));
  }

  private void learn(int times, float[] pattern) {
    for (int i = 0; i < times; i++) {
      memory.learn(pattern, count++);
    }
  }

  private static float[] at(float first) {
    return new float[] {first, 0, 0, 0, 0};
  }

  private byte[] prototypes() throws IOException {
    int size = 1 + PatternMemory.PROTOTYPES * PatternMemory.SIZE;
    return java.util.Arrays.copyOf(bytes(memory), size);
  }

  private static byte[] bytes(PatternMemory memory) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    memory.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}
