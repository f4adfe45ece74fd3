-- What the procedures beside return and refund need to know of a case.
alter table after_sales_case add column tracking_number varchar(64);
alter table after_sales_case add column exception_kind varchar(40);
alter table after_sales_case add column review_id varchar(128);
alter table after_sales_case add column review_rating int;
alter table after_sales_case add column review_text text;
alter table after_sales_case add column review_posted_at datetime(6);
alter table after_sales_case add column fault_cause varchar(40);
alter table after_sales_case add column fault_unit varchar(40);
create index case_of_tracking on after_sales_case (tracking_number);
create index case_of_review on after_sales_case (store, review_id);

-- the goods that the customer is to get
create table case_goods_due (
    case_number varchar(32)  not null,
    position_no int          not null,
    line_number int          not null,
    sku         varchar(200) not null,
    quantity    int          not null,
    unit_value  bigint       not null,
    primary key (case_number, position_no),
    constraint goods_due_is_positive check (quantity > 0 and unit_value >= 0)
) ${table};

alter table ledger_entry add column model varchar(400);

-- what we proposed to the customer, and the answer
create table case_offer (
    case_number     varchar(32)   not null,
    seq             int           not null,
    offer_move      varchar(24)   not null,
    words_en        varchar(2000) not null,
    words_zh        varchar(2000) not null,
    silent_en       varchar(1000) not null,
    silent_zh       varchar(1000) not null,
    offer_procedure varchar(24),
    amount          bigint,
    offered_by      varchar(64)   not null,
    offered_at      datetime(6)   not null,
    until_at        datetime(6)   not null,
    answer          varchar(16),
    counter_amount  bigint,
    answered_by     varchar(64),
    answered_at     datetime(6),
    primary key (case_number, seq)
) ${table};

create table case_dispute (
    case_number      varchar(32) not null,
    seq              int         not null,
    dispute_number   varchar(64),
    evidence_until   datetime(6),
    stepped_in_at    datetime(6) not null,
    ruling           varchar(24),
    ruled_amount     bigint,
    paid_by          varchar(16),
    ruling_reference varchar(64),
    ruled_at         datetime(6),
    ended_at         datetime(6),
    primary key (case_number, seq)
) ${table};
