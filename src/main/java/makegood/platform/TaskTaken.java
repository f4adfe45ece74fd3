package makegood.platform;

/** Somebody of the team was faster. */
public final class TaskTaken extends BusinessRefusal {
    public TaskTaken() {
        super(new Text("Somebody else has taken this task.", "该任务已被其他人认领。"));
    }

    @Override
    public int status() {
        return 409;
    }
}
