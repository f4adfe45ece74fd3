-- The books that are only added to are closed day by day: each batch carries the hash of the one before it.
create table ledger_chain (
    id int not null,
    constraint pk_ledger_chain primary key (id)
) ${table};
insert into ledger_chain (id) values (1);

create table ledger_seal (
    batch_number  bigint      not null,
    from_at       datetime(6) not null,
    until_at      datetime(6) not null,
    row_count     bigint      not null,
    previous_hash char(64)    not null,
    seal_hash     char(64)    not null,
    form_no       int         not null,
    sealed_at     datetime(6) not null,
    removed_at    datetime(6),
    constraint pk_ledger_seal primary key (batch_number),
    constraint sealed_until_once unique (until_at)
) ${table};

create table ledger_sealed (
    batch_number bigint      not null,
    position_no  bigint      not null,
    book         varchar(24) not null,
    row_id       char(36)    not null,
    row_hash     char(64)    not null,
    constraint pk_ledger_sealed primary key (batch_number, position_no),
    constraint sealed_once unique (book, row_id)
) ${table};

create index ledger_by_time on ledger_entry (booked_at);
create index timeline_by_time on case_timeline (at);
create index verdict_by_time on case_verdict (at);
create index reveal_by_time on case_reveal (at);
