package makegood.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** An answer over HTTP; {@code body} is a missing node when there was none. */
record Reply(int status, JsonNode body) {
    Reply is(int expected) {
        assertThat(status).as("%s", body).isEqualTo(expected);
        return this;
    }

    /** A refusal as a problem answer. */
    Reply refused(int expected, String code) {
        is(expected);
        assertThat(body.at("/code").asText()).as("%s", body).isEqualTo(code);
        return this;
    }

    String text(String pointer) {
        return body.at(pointer).asText();
    }
}
