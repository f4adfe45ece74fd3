package makegood.departments;

/** One locked external task and its call; {@code attempt} fences off answers of earlier attempts. */
record Work(String taskId, DepartmentCall call, int attempt, int triesLeft) {
    boolean askedBefore() {
        return attempt > 1;
    }

    static Work of(String task, DepartmentRequest request, int attempt, int triesLeft) {
        var call = new DepartmentCall(
                request.id(),
                request.topic(),
                request.idempotencyKey(),
                request.store(),
                request.caseNumber(),
                Json.read(request.payload()));
        return new Work(task, call, attempt, triesLeft);
    }
}
