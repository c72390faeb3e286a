// SPDX-License-Identifier: Apache-2.0
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
  private static final int FIRST_PROTOTYPE = 6;

  private final SeriesBytes bytes = new SeriesBytes();
  private final PatternMemory memory = new PatternMemory(bytes);
  private int count;

  @Test
  void measure_patternsWithinTheDelay_haveNoPrototype() {
    repeat(PatternMemory.DELAY, pattern(1));
    assertThat(fastDistance(pattern(1))).isNegative();
    assertThat(memory.slowDistance()).isNegative();
    repeat(1, pattern(1));
    assertThat(fastDistance(pattern(1))).isZero();
    assertThat(memory.slowDistance()).isZero();
  }

  @Test
  void measure_anotherPattern_isEuclideanInSharedAndOwnElements() {
    repeat(PatternMemory.DELAY + 1, pattern(0));
    memory.measure(new float[] {0, 3, 0, 4, 0, 0, 0});
    assertThat(memory.fastDistance()).isCloseTo(5, within(1e-6f));
    assertThat(memory.slowDistance()).isCloseTo(3, within(1e-6f));
    memory.measure(new float[] {0, 0, 3, 0, 0, 0, 4});
    assertThat(memory.fastDistance()).isCloseTo(3, within(1e-6f));
    assertThat(memory.slowDistance()).isCloseTo(5, within(1e-6f));
  }

  @Test
  void measure_severalPrototypes_isTheDistanceToTheNearest() {
    add(pattern(0));
    add(new float[] {2, 0, 0, 0, 0, 1, 0});
    repeat(PatternMemory.DELAY, pattern(0));
    memory.measure(pattern(1.5f));
    assertThat(memory.fastDistance()).isCloseTo(0.5f, within(1e-6f));
    assertThat(memory.slowDistance()).isCloseTo((float) Math.sqrt(1.25), within(1e-6f));
  }

  @Test
  void update_patternsBetweenTwoStrides_areNotAdded() {
    repeat(1, pattern(0));
    repeat(PatternMemory.STRIDE - 1, pattern(2));
    repeat(PatternMemory.DELAY, pattern(0));
    assertThat(fastDistance(pattern(2))).isEqualTo(2);
  }

  @Test
  void update_repeatedPattern_isAddedOnce() {
    // If each of the 1,000 were added, the memory would be full, and the following 20 would not all
    // be added.
    repeat(1_000, pattern(0));
    for (int i = 1; i <= 20; i++) {
      add(pattern(i / 10f));
    }
    repeat(PatternMemory.DELAY, pattern(0));
    for (int i = 0; i <= 20; i++) {
      assertThat(fastDistance(pattern(i / 10f))).isCloseTo(0, within(1e-6f));
    }
  }

  @Test
  void update_rarePatternInAFullMemory_staysAfterManyCommonPatterns() {
    fillWithNeighbours();
    assertThat(fastDistance(FAR)).isGreaterThan(8);
    add(FAR);
    repeat(PatternMemory.DELAY, pattern(0));
    assertThat(fastDistance(FAR)).isZero();
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      add(pattern(1.2f * random.nextFloat()));
    }
    assertThat(fastDistance(FAR)).isZero();
  }

  @Test
  void update_commonPatternInAFullMemory_changesNothing() {
    fillWithNeighbours();
    byte[] before = prototypes();
    repeat(100, pattern(0.75f));
    assertThat(prototypes()).isEqualTo(before);
  }

  /** Compares with a plain search. Coarse patterns make many pairs equally close. */
  @Test
  void update_anyPatternsInAFullMemory_findsTheFirstClosestPair() {
    Random random = new Random(2);
    while (bytes.getByte(0) < PatternMemory.PROTOTYPES) {
      add(coarse(random));
    }
    for (int i = 0; i < 500; i++) {
      assertThat(bytes.getInt(CLOSEST_SQUARE)).isEqualTo(smallestSquare());
      assertThat((int) bytes.getByte(CLOSEST)).isEqualTo(firstOfSquare(smallestSquare()));
      add(coarse(random));
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

  /** All pairs of a prototype and an earlier one, in order. */
  private Stream<int[]> pairs() {
    return IntStream.range(1, bytes.getByte(0))
        .boxed()
        .flatMap(i -> IntStream.range(0, i).mapToObj(j -> new int[] {i, j}));
  }

  private int square(int i, int j) {
    int square = 0;
    for (int k = 0; k < PatternMemory.SIZE; k++) {
      int first = FIRST_PROTOTYPE + k;
      int difference =
          bytes.getByte(first + i * PatternMemory.SIZE)
              - bytes.getByte(first + j * PatternMemory.SIZE);
      square += difference * difference;
    }
    return square;
  }

  @Test
  void attach_copyOfTheBytes_continuesIdentically() {
    fillWithNeighbours();
    SeriesBytes copied = new SeriesBytes();
    PatternMemory read = new PatternMemory(copied);
    copied.attach(bytes.copy());
    for (int i = 0; i <= PatternMemory.DELAY; i++) {
      memory.update(FAR, count + i);
      read.update(FAR, count + i);
    }
    read.measure(FAR);
    assertThat(read.fastDistance()).isZero();
    assertThat(copied.copy()).isEqualTo(bytes.copy());
  }

  /** Fills the memory with patterns that are one step (1 / 20) apart. */
  private void fillWithNeighbours() {
    for (int i = 0; i < PatternMemory.PROTOTYPES; i++) {
      add(pattern(i / 20f));
    }
    repeat(PatternMemory.DELAY, pattern(0));
  }

  private float fastDistance(float[] pattern) {
    memory.measure(pattern);
    return memory.fastDistance();
  }

  /** Repeats the pattern so often that it becomes a candidate at any stride. */
  private void add(float[] pattern) {
    repeat(PatternMemory.STRIDE, pattern);
  }

  private void repeat(int times, float[] pattern) {
    for (int i = 0; i < times; i++) {
      memory.update(pattern, count++);
    }
  }

  private static float[] pattern(float first) {
    return new float[] {first, 0, 0, 0, 0, 0, 0};
  }

  private byte[] prototypes() {
    int size = 1 + 5 + PatternMemory.PROTOTYPES * PatternMemory.SIZE;
    return Arrays.copyOf(bytes.copy(), size);
  }
}
