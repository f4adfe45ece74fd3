-- When a store's accounts were compared with the gateway's last; nodes take turns by its row.
create table reconcile_plan (
    store          varchar(64) not null,
    compared_until datetime(6) not null,
    constraint pk_reconcile_plan primary key (store)
) ${table};

create table reconciliation (
    run_number  varchar(32) not null,
    store       varchar(64) not null,
    source      varchar(12) not null,
    from_at     datetime(6),
    until_at    datetime(6),
    state       varchar(12) not null,
    started_by  varchar(64) not null,
    started_at  datetime(6) not null,
    ended_at    datetime(6),
    lines_new   bigint      not null,
    found       bigint      not null,
    step_no     int         not null,
    after_number varchar(64) not null,
    constraint pk_reconciliation primary key (run_number)
) ${table};
create index reconciliation_of_store on reconciliation (store, started_at);

-- What gateway and bank say; a line that is read again is the same line.
create table statement_line (
    store          varchar(64)  not null,
    line_key       char(64)     not null,
    run_number     varchar(32)  not null,
    source         varchar(12)  not null,
    kind           varchar(12)  not null,
    entry_number   varchar(64)  not null,
    payment_number varchar(200),
    amount         bigint       not null,
    currency       varchar(3)   not null,
    state          varchar(12)  not null,
    reference      varchar(128) not null,
    happened_at    datetime(6)  not null,
    constraint pk_statement_line primary key (store, line_key)
) ${table};
create index statement_by_number on statement_line (store, entry_number);
create index statement_of_run on statement_line (run_number, entry_number);

create table money_difference (
    difference_number varchar(32) not null,
    store          varchar(64)  not null,
    kind           varchar(24)  not null,
    entry_kind     varchar(12)  not null,
    entry_number   varchar(64)  not null,
    run_number     varchar(32)  not null,
    case_number    varchar(32),
    order_number   varchar(64),
    our_amount     bigint       not null,
    our_state      varchar(24)  not null,
    their_amount   bigint       not null,
    their_state    varchar(24)  not null,
    correction     bigint       not null,
    currency       varchar(3)   not null,
    found_at       datetime(6)  not null,
    state          varchar(12)  not null,
    decision       varchar(24),
    reason_code    varchar(40),
    note           varchar(1000),
    settled_by     varchar(64),
    confirmed_by   varchar(64),
    closed_at      datetime(6),
    constraint pk_money_difference primary key (difference_number),
    constraint difference_told_once
        unique (store, kind, entry_number, our_amount, our_state, their_amount, their_state)
) ${table};
create index difference_open on money_difference (store, state, found_at);

alter table sandbox_refund add column changed_at datetime(6);
update sandbox_refund set changed_at = received_at;
create index ix_sandbox_refund_changed on sandbox_refund (store, changed_at);

-- What the gateway's statement is ordered to say beside, or instead of, what happened.
create table sandbox_statement (
    line_id        char(36)     not null,
    store          varchar(64)  not null,
    source         varchar(12)  not null,
    kind           varchar(12)  not null,
    entry_number   varchar(64)  not null,
    payment_number varchar(200),
    amount         bigint       not null,
    currency       varchar(3)   not null,
    state          varchar(12)  not null,
    reference      varchar(128) not null,
    happened_at    datetime(6)  not null,
    instead        boolean      not null,
    constraint pk_sandbox_statement primary key (line_id)
) ${table};
create index ix_sandbox_statement_store on sandbox_statement (store, happened_at);

-- what was done from one day until the next
create index refund_by_settlement on refund (store, settled_at);
create index collection_by_payment on exchange_collection (paid_at);
create index compensation_by_gift on compensation (store, given_at);
