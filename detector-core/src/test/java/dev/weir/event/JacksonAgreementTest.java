// SPDX-License-Identifier: Apache-2.0
package dev.weir.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Compares the JSON decoder with Jackson, for valid and for malformed records. */
class JacksonAgreementTest {

  private static final JsonFactory JACKSON = new JsonFactory();
  private static final String MUTATIONS = "{}[]:,\"\\/ \n\tu+-.eE0123456789atinfs\u0001\u00e9";

  private static final String[] SERIES = {
    "'s'",
    "'rack-07/host-0042/cpu.user'",
    "'exactly8'",
    "'é€'",
    "'a\\u00e9\\n\\\"b'",
    "'\\ud83d\\ude00'",
    "'seven b'",
    "''",
    "' '",
    "'\\x'",
    "'\\u12g4'",
    "'tab\there'",
    "5"
  };
  private static final String[] TIMES = {
    "1722945600000", "1722945600", "'2024-08-06T12:00:00Z'", "'1722945600000'", "0", "-5",
    "1722945600000.0", "1.7229456e12", "9007199254740993", "999999999999999999", "1.5", "1e40",
    "null", "'soon'", "01"
  };
  private static final String[] NUMBERS = {
    "93.4127",
    "-93.4127",
    "0",
    "-0",
    "-0.0",
    "7",
    "0.5",
    "1234567",
    "12345678",
    "123456.7",
    "1234567.8",
    "0.1234567",
    "93.41270000000001",
    "0.30000000000000004",
    "1e5",
    "1.5E-3",
    "2e+22",
    "9007199254740993",
    "17976931348623157000",
    "0.000001234567890123456789",
    "1e30",
    "1.0000001e30",
    "1e999",
    "01",
    "00.5",
    "1.",
    ".5",
    "-",
    "+1",
    "1e",
    "1.5e",
    "NaN",
    "'1'",
    "[1]"
  };
  private static final String[] OTHERS = {
    "'unit':'percent'",
    "'region':'e1'",
    "'':1",
    "'v':-1.5e3",
    "'a longer name than a word':true",
    "'n':null",
    "'x':[1,[2]]",
    "'x':{'time':5,'value':[{}]}",
    "'v\\u0061lue':3",
    "'time\\u0000':'x'",
    "'x':nul",
    "'x':[1,]",
    "'x':{'a'}",
    "'x':'\\q'",
    "'x':'\\u+123'",
    "'x':1x",
    "time:1"
  };

  /** Prefers the first choice, since a single wrong part makes the whole record malformed. */
  private static Arbitrary<String> mostlyFirst(String... choices) {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.just(choices[0])), Tuple.of(4, Arbitraries.of(choices)));
  }

  private static Arbitrary<String> value() {
    Arbitrary<String> values =
        mostlyFirst(NUMBERS)
            .list()
            .ofMaxSize(5)
            .map(all -> "'values':[" + String.join(",", all) + "]");
    return Arbitraries.oneOf(mostlyFirst(NUMBERS).map(value -> "'value':" + value), values);
  }

  @Provide
  static Arbitrary<String> records() {
    Arbitrary<List<String>> others = mostlyFirst(OTHERS).list().ofMaxSize(3);
    Arbitrary<String> space = mostlyFirst("", " ", "\n\t", "         ");
    return Combinators.combine(
            mostlyFirst(SERIES), mostlyFirst(TIMES), value(), others, space, Arbitraries.randoms())
        .as(JacksonAgreementTest::record);
  }

  private static String record(
      String series, String time, String value, List<String> others, String space, Random order) {
    List<String> members = new ArrayList<>(others);
    Collections.addAll(members, "'series':" + space + series, "'time':" + time, value);
    Collections.shuffle(members, order);
    String object = "{" + space + String.join(space + "," + space, members) + space + "}";
    return object.replace('\'', '"');
  }

  @Provide
  static Arbitrary<List<String>> mutations() {
    return Arbitraries.strings().withChars(MUTATIONS.toCharArray()).ofMaxLength(3).list().ofSize(3);
  }

  /** Uses one decoder, whose expected shape is that of the previous record. */
  @Property(tries = 5000)
  void decode_mutatedRecords_agreesWithJackson(
      @ForAll("records") String first,
      @ForAll("records") String second,
      @ForAll("mutations") List<String> mutations,
      @ForAll Random random) {
    EventDecoder decoder = EventFormat.JSON.decoder();
    assertAgrees(decoder, first);
    for (String mutation : mutations) {
      assertAgrees(decoder, mutate(first, mutation, random));
      assertAgrees(decoder, first);
    }
    assertAgrees(decoder, second);
    assertAgrees(decoder, second + first);
  }

  @Example
  void decode_truncatedRecords_agreesWithJackson() {
    String record = "{\"series\":\"rack\",\"time\":1722945600000,\"value\":93.4127}";
    EventDecoder decoder = EventFormat.JSON.decoder();
    for (int end = 0; end < record.length(); end++) {
      assertAgrees(decoder, record);
      assertAgrees(decoder, record.substring(0, end));
      assertAgrees(decoder, record + record.substring(0, end));
    }
  }

  /** Replaces up to two characters at a random position. */
  private static String mutate(String record, String mutation, Random random) {
    int from = random.nextInt(record.length());
    int to = Math.min(record.length(), from + random.nextInt(3));
    return record.substring(0, from) + mutation + record.substring(to);
  }

  private static void assertAgrees(EventDecoder decoder, String record) {
    byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
    Collected ours = Collected.from(decoder, bytes);
    Optional<MetricEvent> found = ours.isEvent() ? Optional.of(ours.event()) : Optional.empty();
    assertThat(found).as(record).isEqualTo(byJackson(bytes));
  }

  private static Optional<MetricEvent> byJackson(byte[] record) {
    try (JsonParser parser = JACKSON.createParser(record)) {
      return Optional.of(read(parser));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static MetricEvent read(JsonParser parser) throws IOException {
    String series = "";
    Optional<Long> time = Optional.empty();
    double[] values = {};
    require(parser.nextToken() == JsonToken.START_OBJECT);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "series" -> series = text(parser);
        case "time" -> time = Optional.of(time(parser));
        case "value" -> values = new double[] {number(parser)};
        case "values" -> values = numbers(parser);
        default -> parser.skipChildren();
      }
    }
    require(parser.nextToken() == null);
    return new MetricEvent(series, time.orElseThrow(IllegalArgumentException::new), values);
  }

  private static String text(JsonParser parser) throws IOException {
    require(parser.currentToken() == JsonToken.VALUE_STRING);
    return parser.getText();
  }

  private static double number(JsonParser parser) throws IOException {
    require(parser.currentToken().isNumeric());
    return Double.parseDouble(parser.getText()); // Jackson's -0 is an integer, without a sign
  }

  private static double[] numbers(JsonParser parser) throws IOException {
    require(parser.currentToken() == JsonToken.START_ARRAY);
    List<Double> numbers = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      numbers.add(number(parser));
    }
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static long time(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return EventTime.parseMillis(parser.getText());
    }
    double number = number(parser);
    require((long) number == number);
    boolean exact = parser.getText().matches("-?[0-9]{1,18}");
    return EventTime.ofEpoch(exact ? parser.getLongValue() : (long) number);
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException();
    }
  }
}
