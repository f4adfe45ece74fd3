package makegood.cases;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import makegood.platform.Caller;
import makegood.platform.InvalidInput;
import makegood.platform.Sha256;
import makegood.platform.Text;
import makegood.platform.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Pictures, films and papers of a case; each with the hash that was taken when it came, never changed afterwards. */
@Component
public class Evidence {
    record Item(
            String id,
            String kind,
            String note,
            String fileName,
            String contentType,
            long size,
            String sha256,
            String uploadedBy,
            Instant at) {}

    record Content(String contentType, byte[] bytes) {}

    private final JdbcClient db;
    private final Clock clock;

    Evidence(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Whether something of this kind (rules.md 1.9) was added. */
    public boolean has(String caseNumber, String kind) {
        return db.sql("select count(*) from case_evidence where case_number = ? and kind = ?")
                        .params(caseNumber, kind)
                        .query(Long.class)
                        .single()
                > 0;
    }

    Item add(String caseNumber, MultipartFile file, EvidenceKind kind, String note) throws InvalidInput, IOException {
        var bytes = file.getBytes();
        var type = MediaKind.of(bytes)
                .orElseThrow(() -> new InvalidInput(
                        "file",
                        "UNKNOWN_FILE_TYPE",
                        new Text("jpg, png, webp, mp4, mov or pdf", "仅支持 jpg、png、webp、mp4、mov、pdf")));
        if (note != null && note.codePointCount(0, note.length()) > 1_000) {
            throw new InvalidInput("note", "TOO_LONG", new Text("at most 1000 characters", "最多 1000 个字"));
        }
        var item = new Item(
                UUID.randomUUID().toString(),
                kind.name(),
                note,
                name(file.getOriginalFilename(), type),
                type.mediaType(),
                bytes.length,
                Sha256.hex(bytes),
                Caller.current().account(),
                clock.instant());
        db.sql("insert into case_evidence (id, case_number, kind, note, file_name, media_type, size_bytes, sha256,"
                        + " uploaded_by, at, content) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        item.id(),
                        caseNumber,
                        item.kind(),
                        item.note(),
                        item.fileName(),
                        item.contentType(),
                        item.size(),
                        item.sha256(),
                        item.uploadedBy(),
                        Utc.of(item.at()),
                        bytes)
                .update();
        return item;
    }

    private static String name(String given, MediaKind type) {
        var name = given == null
                ? ""
                : given.replaceAll("[\\p{Cntrl}/\\\\\"]", "_").strip();
        if (name.isEmpty()) {
            return "evidence." + type.name().toLowerCase(Locale.ROOT);
        }
        return name.length() <= 200 ? name : name.substring(name.length() - 200);
    }

    List<Item> of(String caseNumber) {
        return db.sql("select id, kind, note, file_name, media_type, size_bytes, sha256, uploaded_by, at"
                        + " from case_evidence where case_number = ? order by at limit 200")
                .param(caseNumber)
                .query((row, n) -> new Item(
                        row.getString("id"),
                        row.getString("kind"),
                        row.getString("note"),
                        row.getString("file_name"),
                        row.getString("media_type"),
                        row.getLong("size_bytes"),
                        row.getString("sha256"),
                        row.getString("uploaded_by"),
                        Utc.instant(row, "at")))
                .list();
    }

    Optional<Content> content(String caseNumber, String id) {
        return db.sql("select media_type, content from case_evidence where case_number = ? and id = ?")
                .params(caseNumber, id)
                .query((row, n) -> new Content(row.getString(1), row.getBytes(2)))
                .optional();
    }
}
