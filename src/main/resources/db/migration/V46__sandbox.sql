-- The demo's departments. Only the sandbox reads and writes these tables, in transactions of its own.
create table sandbox_call (
    call_id char(36) not null,
    call_number bigint not null,
    request_id char(36) not null,
    asked_at datetime(6) not null,
    topic varchar(64) not null,
    kind varchar(8) not null,
    idempotency_key varchar(64) not null,
    case_number varchar(64),
    store varchar(64),
    payload text not null,
    answer varchar(200) not null,
    answer_values text,
    effect boolean not null,
    constraint pk_sandbox_call primary key (call_id)
) ${table};
create index ix_sandbox_call_case on sandbox_call (case_number, asked_at);
create index ix_sandbox_call_at on sandbox_call (asked_at, call_number);

create table sandbox_work (
    topic varchar(64) not null,
    idempotency_key varchar(64) not null,
    request_id char(36) not null,
    work_state varchar(12) not null,
    answer text,
    no_code varchar(64),
    answer_at datetime(6),
    constraint pk_sandbox_work primary key (topic, idempotency_key)
) ${table};
create index ix_sandbox_work_request on sandbox_work (request_id);
create index ix_sandbox_work_due on sandbox_work (work_state, answer_at);

create table sandbox_topic (
    topic varchar(64) not null,
    next_answers text not null,
    delay_seconds int not null,
    errors_per_million int not null,
    seed bigint not null,
    calls bigint not null,
    constraint pk_sandbox_topic primary key (topic)
) ${table};

create table sandbox_stock (
    store varchar(64) not null,
    sku varchar(200) not null,
    sellable bigint not null,
    as_opened bigint not null,
    refurbish bigint not null,
    scrap bigint not null,
    on_hold bigint not null,
    constraint pk_sandbox_stock primary key (store, sku)
) ${table};

create table sandbox_refund (
    refund_number varchar(64) not null,
    store varchar(64) not null,
    payment_number varchar(200) not null,
    amount bigint not null,
    currency char(3) not null,
    refund_state varchar(12) not null,
    reason_code varchar(64),
    gateway_reference varchar(64) not null,
    received_at datetime(6) not null,
    constraint pk_sandbox_refund primary key (refund_number),
    constraint ck_sandbox_refund_amount check (amount > 0)
) ${table};
create index ix_sandbox_refund_payment on sandbox_refund (payment_number);

create table sandbox_payment (
    store varchar(64) not null,
    payment_number varchar(200) not null,
    method varchar(80) not null,
    paid bigint not null,
    currency char(3) not null,
    constraint pk_sandbox_payment primary key (store, payment_number)
) ${table};
create index ix_sandbox_payment_number on sandbox_payment (payment_number);

create table sandbox_review (
    store varchar(64) not null,
    review_id varchar(128) not null,
    order_number varchar(100),
    rating int,
    review_text text,
    posted_at datetime(6),
    constraint pk_sandbox_review primary key (store, review_id)
) ${table};

create table sandbox_clock (
    id int not null,
    offset_millis bigint not null,
    constraint pk_sandbox_clock primary key (id)
) ${table};
insert into sandbox_clock (id, offset_millis) values (1, 0);
