package makegood.platform;

/** Another team's task, or another person's. */
public final class NotYourTask extends BusinessRefusal {
    public NotYourTask() {
        super(new Text("This task is not yours: it belongs to another person or team.", "这不是您的任务：它属于其他人或其他团队。"));
    }

    @Override
    public int status() {
        return 403;
    }
}
