// SPDX-License-Identifier: Apache-2.0
package dev.weir.cli.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class AlertLineTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String ALERT =
      """
      {"id":"0","status":"opened","series":"host-1/traffic","model":"m@1","startedAt":0,"time":0,
       "endedAt":null,"values":[1045],"expected":[711.44],"lower":[599.11],"upper":[823.71],
       "score":0.9712,"signal":"pattern","contributions":[1],"guarantee":"provisional",
       "peakScore":0.9712,"feature":"value","points":1}""";

  @Test
  void of_alert_containsForecastAndSignal() throws Exception {
    assertThat(line(ALERT))
        .isEqualTo(
            "1970-01-01 00:00:00  OPENED    host-1/traffic                    "
                + "1045, expected 711.4 [599.1, 823.7]  score 0.97 (pattern)");
  }

  @Test
  void of_alertWithoutForecast_omitsIt() throws Exception {
    assertThat(line(ALERT.replace("[711.44]", "null"))).endsWith("  1045  score 0.97 (pattern)");
  }

  @Test
  void of_alertWithoutSignal_endsWithTheScore() throws Exception {
    assertThat(line(ALERT.replace("\"pattern\"", "null"))).endsWith("  score 0.97");
    assertThat(line(ALERT.replace("\"signal\":\"pattern\",", ""))).endsWith("  score 0.97");
  }

  @Test
  void of_alertOfSeveralFeatures_containsTheFeature() throws Exception {
    assertThat(line(ALERT.replace("[1045]", "[1045,2]")))
        .endsWith("  score 0.97 (pattern)  feature value");
  }

  @Test
  void of_alertWithControlCharacters_escapesThem() throws Exception {
    String name = "\\u001b[2Jhost\\r\\u009b1m\\u202e";

    assertThat(line(ALERT.replace("host-1/traffic", name).replace("\"pattern\"", "\"\\u0007\"")))
        .contains("\\u001b[2Jhost\\u000d\\u009b1m\\u202e  ", "(\\u0007)")
        .doesNotContainPattern("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{202e}]");
  }

  private static String line(String alert) throws JsonProcessingException {
    return AlertLine.of(JSON.readTree(alert));
  }
}
