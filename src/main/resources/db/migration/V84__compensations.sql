-- what was given beside refunds, and what the month still allows
create table compensation (
    compensation_number varchar(48)  not null primary key,
    case_number         varchar(32)  not null,
    seq                 int          not null,
    store               varchar(64)  not null,
    order_number        varchar(64),
    customer_reference  varchar(128),
    comp_type           varchar(24)  not null,
    amount              bigint       not null,
    currency            varchar(3)   not null,
    gift_sku            varchar(200),
    reason_text         text,
    message_text        text,
    state               varchar(16)  not null,
    proposed_by         varchar(64)  not null,
    proposed_at         datetime(6)  not null,
    decision            varchar(16),
    approved_by         varchar(64),
    legal_reference     varchar(64),
    above_budget        boolean      not null,
    budget_month        varchar(7),
    pay_out_try         int          not null,
    pay_out_method      varchar(24),
    account_name        varchar(64),
    account_number      varchar(40),
    prepared_by         varchar(64),
    given_reference     varchar(128),
    given_at            datetime(6),
    constraint compensation_is_positive check (amount > 0)
) ${table};
create index compensation_of_case on compensation (case_number, seq);
create index compensation_of_order on compensation (store, order_number);
create index compensation_of_customer on compensation (store, customer_reference, given_at);

create table compensation_budget (
    store        varchar(64) not null,
    budget_month varchar(7)  not null,
    budget       bigint      not null,
    allowed_more bigint      not null,
    held         bigint      not null,
    spent        bigint      not null,
    primary key (store, budget_month),
    constraint budget_not_exceeded check (held >= 0 and spent >= 0 and held + spent <= budget + allowed_more)
) ${table};

-- sums that a case shows beside its refunds
alter table after_sales_case add column compensated bigint default 0 not null;
alter table after_sales_case add column charged bigint default 0 not null;

-- which entry a counter-entry takes back
alter table ledger_entry add column counters_key varchar(128);

-- what the way back costs when we pay it
alter table goods_return add column label_cost bigint;
