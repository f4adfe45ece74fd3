create table ledger_entry (
    id           char(36)     not null primary key,
    booking_key  varchar(128) not null,
    booked_at    datetime(6)  not null,
    case_number  varchar(32)  not null,
    store        varchar(64)  not null,
    order_number varchar(64),
    line_number  int,
    sku          varchar(64),
    kind         varchar(24)  not null,
    amount       bigint       not null,
    currency     varchar(3)   not null,
    cause        varchar(40)  not null,
    unit_at_fault varchar(40) not null,
    constraint booked_once unique (booking_key)
) ${table};
create index ledger_of_case on ledger_entry (case_number, booked_at);
create index ledger_of_store on ledger_entry (store, booked_at);
