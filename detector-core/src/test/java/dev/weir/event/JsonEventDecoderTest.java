// SPDX-License-Identifier: Apache-2.0
package dev.weir.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonEventDecoderTest {

  private static final ObjectMapper JACKSON = new ObjectMapper();

  @Property
  void decode_recordOfJackson_hasItsValues(
      @ForAll @NotBlank @StringLength(max = 170) String series,
      @ForAll @LongRange(min = 100_000_000_000L, max = 9_000_000_000_000L) long time,
      @ForAll @Size(min = 1, max = 9) List<@DoubleRange(min = -1e30, max = 1e30) Double> values,
      @ForAll String otherName,
      @ForAll String otherValue)
      throws JsonProcessingException {
    Assume.that(!series.isBlank()); // more is white space to Java than to @NotBlank
    ObjectNode json = JACKSON.createObjectNode();
    json.put("x" + otherName, otherValue).put("series", series).put("time", time);
    json.set("values", JACKSON.valueToTree(values));
    json.putObject("y").putArray("z").add(true).addNull().add(1.5).add("}]");
    double[] expected = values.stream().mapToDouble(Double::doubleValue).toArray();
    assertThat(decode(JACKSON.writeValueAsBytes(json)).event())
        .isEqualTo(new MetricEvent(series, time, expected));
  }

  @Property(tries = 5000)
  void number_anyDoubleInAnyNotation_isExact(@ForAll("numbers") String number) {
    Collected result = decode("{\"series\":\"s\",\"time\":1700000000000,\"value\":" + number + "}");
    assertThat(result.event().values()).containsExactly(Double.parseDouble(number));
  }

  @Provide
  Arbitrary<String> numbers() {
    Arbitrary<Double> doubles = Arbitraries.doubles().between(-1e29, 1e29);
    Arbitrary<String> shortest = doubles.map(Object::toString);
    Arbitrary<String> decimals =
        Arbitraries.longs()
            .flatMap(
                mantissa ->
                    Arbitraries.integers()
                        .between(0, 25)
                        .map(
                            scale ->
                                new java.math.BigDecimal(
                                        java.math.BigInteger.valueOf(mantissa), scale)
                                    .toPlainString()));
    Arbitrary<String> exponents =
        doubles.map(x -> String.format(java.util.Locale.ROOT, "%.17e", x));
    return Arbitraries.oneOf(
        shortest,
        decimals,
        exponents,
        Arbitraries.of("0", "-0", "0.0", "1E5", "1e+2", "-1.5e-300"));
  }

  @Property(tries = 2000)
  void decode_randomBytes_hasOneResult(
      @ForAll byte[] noise, @ForAll @LongRange(min = 0, max = 60) long at) {
    byte[] record =
        "{\"series\":\"a\\u00e9\",\"time\":1700000000000,\"value\":-1.5e3,\"t\":[{}]}"
            .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < noise.length && at + i < record.length; i++) {
      record[(int) at + i] = noise[i];
    }
    decode(record);
    decode(noise);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'series':'s','time':1700000000000} | value",
        "{'time':1700000000000,'value':1} | series",
        "{'series':'s','value':1} | time",
        "{'series':'','time':1700000000000,'value':1} | series",
        "{'series':'  ','time':1700000000000,'value':1} | blank",
        "{'series':' \\t','time':1700000000000,'value':1} | blank",
        "{'series':'\u2003','time':1700000000000,'value':1} | blank",
        "{'series':'s','time':1700000000000,'value':null} | number",
        "{'series':'s','time':1700000000000,'value':'1'} | number",
        "{'series':'s','time':1700000000000,'value':1e999} | finite",
        "{'series':'s','time':1700000000000,'values':[]} | value",
        "{'series':'s','time':1.5,'value':1} | whole",
        "{'series':'s','time':'soon','value':1} | time=soon",
        "{'series':'s','time':1700000000000,'value':01} | zero",
        "{'series':'s','time':1700000000000,'value':1.} | digit",
        "{'series':'s','time':1700000000000,'value':1 | early",
        "{'series':'s','time':1700000000000,'value':1}x | follows",
        "{'series':'s' 'time':1700000000000,'value':1} | expected",
        "[] | '{'",
        "nonsense | '{'"
      },
      quoteCharacter = '"')
  void decode_malformedRecord_hasTheReason(String record, String reason) {
    assertThat(decode(record.strip().replace('\'', '"')).reason()).contains(reason.strip());
  }

  @Test
  void decode_deepNesting_isRejected() {
    String deep = "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThat(decode(deep).reason()).contains("nesting");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1704067200000",
        "1704067200",
        "\"2024-01-01T00:00:00Z\"",
        "\"2024-01-01 00:00:00\"",
        "\"2024-01-01T01:00+01:00\""
      })
  void decode_anyFormatOfTime_isTheSameInstant(String time) {
    Collected result = decode("{\"series\":\"s\",\"time\":" + time + ",\"value\":1}");
    assertThat(result.event().timeMillis()).isEqualTo(1_704_067_200_000L);
  }

  private static Collected decode(String record) {
    return decode(record.getBytes(StandardCharsets.UTF_8));
  }

  private static Collected decode(byte[] record) {
    return Collected.from(EventFormat.JSON.decoder(), record);
  }
}
