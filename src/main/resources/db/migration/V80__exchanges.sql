create table goods_exchange (
    case_number      varchar(32)  not null primary key,
    store            varchar(64)  not null,
    order_number     varchar(64)  not null,
    verdict          varchar(24),
    lane             varchar(24),
    risk             varchar(16),
    fault_fact       varchar(40),
    return_freight   varchar(16),
    leg_order        varchar(24),
    decided_by       varchar(64),
    reservation      varchar(64),
    -- positive: the customer is to pay it; negative: it is the customer's
    difference       bigint       not null,
    waived           bigint       not null,
    alternative      varchar(16),
    other_sku        varchar(200),
    stock_expected_at datetime(6),
    pick_up_tracking varchar(64),
    replacement_sent boolean      not null,
    replacement_delivered boolean not null,
    goods_back       boolean      not null,
    charge_amount    bigint,
    stock_gone       boolean      not null,
    written_off_by   varchar(64),
    ends_as          varchar(24)
) ${table};
create index exchange_by_pick_up on goods_exchange (pick_up_tracking);

create table exchange_line (
    id               varchar(48)  not null primary key,
    case_number      varchar(32)  not null,
    line_number      int          not null,
    old_sku          varchar(200) not null,
    new_sku          varchar(200) not null,
    quantity         int          not null,
    refund_quantity  int          not null,
    constraint exchange_has_pieces check (quantity >= 0 and refund_quantity >= 0 and quantity + refund_quantity > 0)
) ${table};
create index exchange_line_of_case on exchange_line (case_number, line_number);

-- differences and charges that customers were asked to pay
create table exchange_collection (
    collect_number varchar(56)  not null primary key,
    case_number    varchar(32)  not null,
    purpose        varchar(16)  not null,
    amount         bigint       not null,
    state          varchar(16)  not null,
    asked_at       datetime(6)  not null,
    paid_at        datetime(6),
    constraint collection_is_positive check (amount > 0)
) ${table};
create index collection_of_case on exchange_collection (case_number, asked_at);

-- What was collected after the sale: it raises what was paid for a line, and stays when the order is imported again.
alter table order_line add column collected bigint default 0 not null;
alter table order_line add column collected_pieces int default 0 not null;
alter table order_line drop constraint ck_order_line_paid;
alter table order_line add constraint ck_order_line_paid
    check (refunded >= 0 and held >= 0 and collected >= 0 and refunded + held <= paid + collected);
alter table order_line drop constraint ck_order_line_returned;
alter table order_line add constraint ck_order_line_returned
    check (returned_quantity >= 0 and collected_pieces >= 0 and returned_quantity <= quantity + collected_pieces);
alter table order_payment add column collected boolean default false not null;

-- a charge that is undone goes back on itself
alter table after_sales_case add column due_payment varchar(200);

-- goods that an exchange has booked already are not booked again when it turns into a refund
alter table goods_return add column booked boolean default false not null;
