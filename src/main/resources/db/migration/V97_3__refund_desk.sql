-- what finance looks after: by state, and by what was promised
create index refund_by_state on refund (store, state);
create index refund_by_promise on refund (store, promised_by);
