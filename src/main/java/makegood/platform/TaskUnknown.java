package makegood.platform;

/** No such task, or one of a store that the caller does not serve: the answer does not tell which. */
public final class TaskUnknown extends BusinessRefusal {
    public TaskUnknown() {
        super(new Text("There is no such task for you, or it is done.", "没有这个任务，或任务已完成。"));
    }

    @Override
    public int status() {
        return 404;
    }
}
