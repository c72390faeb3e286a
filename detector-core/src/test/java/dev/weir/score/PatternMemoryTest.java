package dev.weir.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weir.state.SeriesBytes;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PatternMemoryTest {

  private static final float[] FAR = {5, 5, 5, 5, 5, 5, 5};

  private static final int CLOSEST = 1;
  private static final int CLOSEST_SQUARE = 2;
  private static final int PROTOTYPES_AT = 6;

  private final SeriesBytes bytes = new SeriesBytes();
  private final PatternMemory memory = new PatternMemory(bytes);
  private int count;

  @Test
  void distance_patternOfLessThanTheDelayAgo_knowsNothing() {
    learn(PatternMemory.DELAY, at(1));
    assertThat(quick(at(1))).isNegative();
    assertThat(memory.slow()).isNegative();
    learn(1, at(1));
    assertThat(quick(at(1))).isZero();
    assertThat(memory.slow()).isZero();
  }

  @Test
  void distance_anotherPattern_isEuclideanInTheSharedPartsAndInItsOwn() {
    learn(PatternMemory.DELAY + 1, at(0));
    memory.measure(new float[] {0, 3, 0, 4, 0, 0, 0});
    assertThat(memory.quick()).isCloseTo(5, within(1e-6f));
    assertThat(memory.slow()).isCloseTo(3, within(1e-6f));
    memory.measure(new float[] {0, 0, 3, 0, 0, 0, 4});
    assertThat(memory.quick()).isCloseTo(3, within(1e-6f));
    assertThat(memory.slow()).isCloseTo(5, within(1e-6f));
  }

  @Test
  void distance_severalPatterns_isThatToTheNearestOfEach() {
    keep(at(0));
    keep(new float[] {2, 0, 0, 0, 0, 1, 0});
    learn(PatternMemory.DELAY, at(0));
    memory.measure(at(1.5f));
    assertThat(memory.quick()).isCloseTo(0.5f, within(1e-6f));
    assertThat(memory.slow()).isCloseTo((float) Math.sqrt(1.25), within(1e-6f));
  }

  @Test
  void learn_patternsBetweenTwoStrides_areNotKept() {
    learn(1, at(0));
    learn(PatternMemory.STRIDE - 1, at(2));
    learn(PatternMemory.DELAY, at(0));
    assertThat(quick(at(2))).isEqualTo(2);
  }

  @Test
  void learn_patternsThatRepeat_takeOnePlaceEach() {
    // Were each of the 1,000 kept in a place of its own, the memory would be full of them, and the
    // 20 that follow would not all find theirs.
    learn(1_000, at(0));
    for (int i = 1; i <= 20; i++) {
      keep(at(i / 10f));
    }
    learn(PatternMemory.DELAY, at(0));
    for (int i = 0; i <= 20; i++) {
      assertThat(quick(at(i / 10f))).isCloseTo(0, within(1e-6f));
    }
  }

  @Test
  void learn_rarePatternIntoAFullMemory_isKeptWhateverUsualOnesFollow() {
    fillWithNeighbours();
    assertThat(quick(FAR)).isGreaterThan(8);
    keep(FAR);
    learn(PatternMemory.DELAY, at(0));
    assertThat(quick(FAR)).isZero();
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      keep(at(1.2f * random.nextFloat()));
    }
    assertThat(quick(FAR)).isZero();
  }

  @Test
  void learn_usualPatternIntoAFullMemory_changesNothing() {
    fillWithNeighbours();
    byte[] before = prototypes();
    learn(100, at(0.75f));
    assertThat(prototypes()).isEqualTo(before);
  }

  /** Against the plain way; coarse patterns, so that many pairs are equally close. */
  @Test
  void learn_anyPatternsIntoAFullMemory_knowsTheFirstOfTheClosestPairs() {
    Random random = new Random(2);
    while (bytes.getByte(0) < PatternMemory.PROTOTYPES) {
      keep(coarse(random));
    }
    for (int i = 0; i < 500; i++) {
      assertThat(bytes.getInt(CLOSEST_SQUARE)).isEqualTo(smallestSquare());
      assertThat((int) bytes.getByte(CLOSEST)).isEqualTo(firstOfSquare(smallestSquare()));
      keep(coarse(random));
    }
  }

  private static float[] coarse(Random random) {
    float[] pattern = new float[PatternMemory.SIZE];
    for (int i = 0; i < pattern.length; i++) {
      pattern[i] = random.nextInt(5) - 2;
    }
    return pattern;
  }

  private int smallestSquare() {
    return pairs().mapToInt(pair -> square(pair[0], pair[1])).min().orElse(Integer.MAX_VALUE);
  }

  private int firstOfSquare(int square) {
    return pairs()
        .filter(pair -> square(pair[0], pair[1]) == square)
        .mapToInt(pair -> pair[1])
        .findFirst()
        .orElse(0);
  }

  /** Each with all before it, in order. */
  private Stream<int[]> pairs() {
    return IntStream.range(1, bytes.getByte(0))
        .boxed()
        .flatMap(i -> IntStream.range(0, i).mapToObj(j -> new int[] {i, j}));
  }

  private int square(int i, int j) {
    int square = 0;
    for (int k = 0; k < PatternMemory.SIZE; k++) {
      int first = PROTOTYPES_AT + k;
      int difference =
          bytes.getByte(first + i * PatternMemory.SIZE)
              - bytes.getByte(first + j * PatternMemory.SIZE);
      square += difference * difference;
    }
    return square;
  }

  @Test
  void lookAt_copyOfTheBytes_remembersAndGoesOnTheSame() {
    fillWithNeighbours();
    SeriesBytes copied = new SeriesBytes();
    PatternMemory read = new PatternMemory(copied);
    copied.lookAt(bytes.copy());
    for (int i = 0; i <= PatternMemory.DELAY; i++) {
      memory.learn(FAR, count + i);
      read.learn(FAR, count + i);
    }
    read.measure(FAR);
    assertThat(read.quick()).isZero();
    assertThat(copied.copy()).isEqualTo(bytes.copy());
  }

  /** As many patterns as there are places, each one step (a twentieth) from the next. */
  private void fillWithNeighbours() {
    for (int i = 0; i < PatternMemory.PROTOTYPES; i++) {
      keep(at(i / 20f));
    }
    learn(PatternMemory.DELAY, at(0));
  }

  private float quick(float[] pattern) {
    memory.measure(pattern);
    return memory.quick();
  }

  /** For so long that it is kept whatever the stride. */
  private void keep(float[] pattern) {
    learn(PatternMemory.STRIDE, pattern);
  }

  private void learn(int times, float[] pattern) {
    for (int i = 0; i < times; i++) {
      memory.learn(pattern, count++);
    }
  }

  private static float[] at(float first) {
    return new float[] {first, 0, 0, 0, 0, 0, 0};
  }

  private byte[] prototypes() {
    int size = 1 + 5 + PatternMemory.PROTOTYPES * PatternMemory.SIZE;
    return Arrays.copyOf(bytes.copy(), size);
  }
}
