package makegood.platform;

/** What is wrong with one field; {@code pointer} is a JSON pointer (RFC 6901) into the request, or the name of a form field. */
public record FieldError(String pointer, String code, Text detail) {}
