create table goods_return (
    case_number      varchar(32)  not null primary key,
    store            varchar(64)  not null,
    order_number     varchar(64)  not null,
    verdict          varchar(24),
    lane             varchar(24),
    return_freight   varchar(16),
    refund_outbound  varchar(16),
    rma              varchar(64),
    agreed_at        datetime(6),
    decided_by       varchar(64),
    reminders        int          not null,
    goods_with_us    boolean      not null,
    full_amount      bigint       not null,
    offered_amount   bigint       not null,
    agreed_amount    bigint,
    agreed_by        varchar(64),
    send_all_back    boolean      not null
) ${table};

create table return_line (
    id             varchar(48)  not null primary key,
    case_number    varchar(32)  not null,
    line_number    int          not null,
    sku            varchar(64)  not null,
    announced      int          not null,
    received       int          not null,
    goods_grade    varchar(2),
    finding        varchar(32),
    received_sku   varchar(64),
    refund_pct     int,
    part_value     boolean      not null,
    agree          boolean      not null,
    disposition    varchar(24),
    sent_back      boolean      not null
) ${table};
create index return_line_of_case on return_line (case_number, line_number);

create table return_note (
    case_number   varchar(32)   not null primary key,
    foreign_goods varchar(1000),
    remark        varchar(4000)
) ${table};

create table return_parcel (
    case_number     varchar(32)  not null,
    tracking_number varchar(64)  not null,
    carrier         varchar(64),
    sent_at         datetime(6)  not null,
    delivered_at    datetime(6),
    lost_at         datetime(6),
    primary key (case_number, tracking_number)
) ${table};
create index return_parcel_by_number on return_parcel (tracking_number);
