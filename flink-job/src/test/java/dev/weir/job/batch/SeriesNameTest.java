// SPDX-License-Identifier: Apache-2.0
package dev.weir.job.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SeriesNameTest {

  private static final int NAMES = 100_000;

  @Property
  void bytes_ofAnyName_areReadAtAnyPosition(
      @ForAll String name, @ForAll @IntRange(max = 20) int from) {
    byte[] bytes = SeriesName.bytes(name);
    byte[] within = new byte[from + bytes.length + 3];
    System.arraycopy(bytes, 0, within, from, bytes.length);
    assertThat(SeriesName.text(within, from)).isEqualTo(name);
    assertThat(SeriesName.end(within, from)).isEqualTo(from + bytes.length);
    assertThat(SeriesName.hash(within, from, from + bytes.length))
        .isEqualTo(SeriesName.hash(bytes, 0, bytes.length));
    assertThat(SeriesName.keyHash(within, from)).isEqualTo(name.hashCode());
  }

  /** UTF-8 encodes an unpaired surrogate as a question mark. */
  @Example
  void bytes_ofAnUnpairedSurrogate_differFromThoseOfAQuestionMark() {
    assertThat(SeriesName.bytes("cpu\ud800")).isNotEqualTo(SeriesName.bytes("cpu?"));
    assertThat(SeriesName.text(SeriesName.bytes("cpu\ud800"), 0)).isEqualTo("cpu\ud800");
    assertThat(SeriesName.text(SeriesName.bytes("cpu?\udc00"), 0)).isEqualTo("cpu?\udc00");
  }

  @Example
  void hash_ofNumberedNames_rarelyCollides() {
    Set<Integer> hashes =
        IntStream.range(0, NAMES)
            .mapToObj(i -> SeriesName.bytes("rack-" + i / 100 + "/host-" + i % 100 + "/cpu"))
            .map(bytes -> SeriesName.hash(bytes, 0, bytes.length))
            .collect(Collectors.toSet());
    // Random hashes of as many names would have one or two collisions.
    assertThat(hashes).hasSizeGreaterThan(NAMES - 20);
  }
}
