-- Which account a refund was sent by, written before it is sent: no other account, and no other way, may serve it after that.
create table gateway_refund (
    refund_number varchar(64) not null,
    account varchar(40) not null,
    store varchar(64) not null,
    payment_number varchar(200) not null,
    gateway_transaction varchar(128),
    amount bigint not null,
    paid bigint not null,
    currency char(3) not null,
    sent_at datetime(6) not null,
    told varchar(12),
    no_code varchar(64),
    constraint pk_gateway_refund primary key (refund_number)
) ${table};
create index ix_gateway_refund_payment on gateway_refund (store, payment_number);

-- Notifications, kept against replay. Only what is needed of them: their bodies hold personal data.
create table gateway_notice (
    account varchar(40) not null,
    notice_id varchar(100) not null,
    refund_number varchar(64) not null,
    told varchar(12) not null,
    kind varchar(64) not null,
    body_hash char(64) not null,
    received_at datetime(6) not null,
    notice_state varchar(8) not null,
    tries int not null,
    look_at datetime(6),
    constraint pk_gateway_notice primary key (account, notice_id)
) ${table};
create index ix_gateway_notice_state on gateway_notice (notice_state, look_at);
