package makegood.platform;

/** No such store, or none of the caller's: the answer does not tell which. */
public final class StoreUnknown extends BusinessRefusal {
    public StoreUnknown(String store) {
        super(new Text("There is no store " + clean(store) + " for you.", "没有可用的店铺 " + clean(store) + "。"));
    }

    private static String clean(String store) {
        return store == null ? "" : store.substring(0, Math.min(40, store.length()));
    }

    @Override
    public int status() {
        return 404;
    }
}
