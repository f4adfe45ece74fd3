package makegood.departments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Payloads and answers as they are stored: dates as ISO texts, numbers as numbers, nothing typed. */
final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private static final TypeReference<List<Object>> LIST = new TypeReference<>() {};

    private Json() {}

    static String write(Map<String, Object> values) {
        return text(values);
    }

    static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("plain values and lists only", unreadable);
        }
    }

    /** Null when it is no list. */
    static List<Object> list(String json) {
        try {
            return MAPPER.readValue(json, LIST);
        } catch (JsonProcessingException noList) {
            return null;
        }
    }

    static Map<String, Object> read(String json) {
        try {
            return json == null ? Map.of() : MAPPER.readValue(json, VALUES);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("stored JSON is broken", broken);
        }
    }

    static <T> T read(byte[] json, Class<T> type) throws IOException {
        return MAPPER.readValue(json, type);
    }
}
