package makegood.cases;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a file really is, by its first bytes; names and headers lie. */
enum MediaKind {
    JPG("image/jpeg"),
    PNG("image/png"),
    WEBP("image/webp"),
    MP4("video/mp4"),
    MOV("video/quicktime"),
    PDF("application/pdf");

    private final String mediaType;

    MediaKind(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<MediaKind> of(byte[] bytes) {
        if (bytes.length < 12) {
            return Optional.empty();
        }
        return Arrays.stream(values()).filter(kind -> kind.matches(bytes)).findFirst();
    }

    private boolean matches(byte[] b) {
        return switch (this) {
            case JPG -> (b[0] & 0xFF) == 0xFF && (b[1] & 0xFF) == 0xD8 && (b[2] & 0xFF) == 0xFF;
            case PNG -> (b[0] & 0xFF) == 0x89 && ascii(b, 1, 3).equals("PNG");
            case WEBP -> ascii(b, 0, 4).equals("RIFF") && ascii(b, 8, 4).equals("WEBP");
            case MOV -> ascii(b, 4, 4).equals("ftyp") && ascii(b, 8, 2).equals("qt");
            case MP4 -> ascii(b, 4, 4).equals("ftyp") && !ascii(b, 8, 2).equals("qt");
            case PDF -> ascii(b, 0, 5).equals("%PDF-");
        };
    }

    private static String ascii(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.US_ASCII);
    }
}
