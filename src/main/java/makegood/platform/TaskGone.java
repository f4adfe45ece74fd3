package makegood.platform;

/** The task was there, and the case has gone on without this answer: done by somebody, or not needed any more. */
public final class TaskGone extends BusinessRefusal {
    public TaskGone() {
        super(new Text(
                "The case has moved on and this task is over. Look at the case again: your answer was not used.",
                "案件已进入下一步，该任务已结束，本次提交未生效，请重新查看案件。"));
    }

    @Override
    public int status() {
        return 409;
    }
}
