package makegood.orders;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A customer without personal data: the name is its first character, the phone its ends. */
public record Customer(
        String reference,
        @JsonProperty("name") String maskedName,
        @JsonProperty("phone") String maskedPhone,
        Tier tier) {}
