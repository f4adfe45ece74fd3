create table refund_request (
    id             char(36)     not null primary key,
    case_number    varchar(32)  not null,
    store          varchar(64)  not null,
    order_number   varchar(64)  not null,
    amount         bigint       not null,
    state          varchar(16)  not null,
    approval       varchar(16),
    requested_by   varchar(64)  not null,
    approved_by    varchar(64),
    second_by      varchar(64),
    refusal_reason varchar(40),
    created_at     datetime(6)  not null,
    constraint request_is_positive check (amount > 0)
) ${table};
create index request_of_case on refund_request (case_number, created_at);

create table refund_share (
    request_id  char(36) not null,
    line_number int      not null,
    amount      bigint   not null,
    primary key (request_id, line_number)
) ${table};

create table refund (
    refund_number     varchar(48)  not null primary key,
    request_id        char(36)     not null,
    position_no       int          not null,
    case_number       varchar(32)  not null,
    store             varchar(64)  not null,
    order_number      varchar(64)  not null,
    payment_number    varchar(64)  not null,
    amount            bigint       not null,
    currency          varchar(3)   not null,
    state             varchar(16)  not null,
    gateway_reference varchar(128),
    promised_by       datetime(6),
    sent_at           datetime(6),
    settled_at        datetime(6),
    asked             int          not null,
    constraint refund_is_positive check (amount > 0)
) ${table};
create index refund_of_case on refund (case_number, refund_number);
create index refund_of_request on refund (request_id, position_no);

create table pay_out (
    pay_out_number varchar(56)  not null primary key,
    refund_number  varchar(48)  not null,
    method         varchar(24)  not null,
    account_name   varchar(64)  not null,
    account_number varchar(40)  not null,
    proof_number   varchar(64),
    prepared_by    varchar(64)  not null,
    confirmed_by   varchar(64),
    state          varchar(16)  not null
) ${table};
create index pay_out_of_refund on pay_out (refund_number);
