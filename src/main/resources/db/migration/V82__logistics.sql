-- Parcels in trouble: one row per case, with what carrier, scans and people said of it.
create table parcel_trouble (
    case_number     varchar(32)  not null primary key,
    store           varchar(64)  not null,
    order_number    varchar(64)  not null,
    tracking_number varchar(64),
    parcel_state    varchar(16)  not null,
    watched_since   datetime(6)  not null,
    state_since     datetime(6)  not null,
    carrier_status  varchar(16),
    fact            varchar(40)  not null,
    severity        varchar(8)   not null,
    claimable       boolean      not null,
    in_stock        boolean      not null,
    comes_back      boolean      not null,
    remedy          varchar(24),
    decided_by      varchar(64)
) ${table};
create index trouble_of_tracking on parcel_trouble (tracking_number);

create table trouble_line (
    id              varchar(48)  not null primary key,
    case_number     varchar(32)  not null,
    line_number     int          not null,
    sku             varchar(64)  not null,
    quantity        int          not null,
    affected        int          not null,
    amount          bigint       not null,
    received        int          not null,
    goods_grade     varchar(2)
) ${table};
create index trouble_line_of_case on trouble_line (case_number);

create table carrier_claim (
    claim_number    varchar(40)  not null primary key,
    case_number     varchar(32)  not null,
    tracking_number varchar(64)  not null,
    exception_kind  varchar(40)  not null,
    amount          bigint       not null,
    currency        varchar(3)   not null,
    claim_state     varchar(16)  not null,
    paid_amount     bigint       not null,
    answered_at     datetime(6),
    filed_at        datetime(6)  not null,
    constraint one_claim_per_parcel unique (case_number, tracking_number)
) ${table};
