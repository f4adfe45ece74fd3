-- What was sold, as the shop's systems tell it, and what has been taken from it since: held while a refund is under way,
-- refunded when it is paid. The checks stand behind the conditional updates: no two requests can take the same money.
create table shop_order (
    store varchar(60) not null,
    order_number varchar(100) not null,
    state varchar(20) not null,
    customer_reference varchar(200),
    customer_name varchar(200),
    customer_phone varchar(60),
    customer_address varchar(1000),
    tier varchar(20) not null,
    country varchar(2) not null,
    placed_at datetime(6) not null,
    currency varchar(3) not null,
    freight_paid bigint not null,
    freight_refunded bigint not null,
    freight_held bigint not null,
    cod_due bigint not null,
    informed_of_cost boolean not null,
    free_return boolean not null,
    freight_insured boolean not null,
    constraint pk_shop_order primary key (store, order_number),
    constraint ck_shop_order_freight check (freight_refunded >= 0 and freight_held >= 0
        and freight_refunded + freight_held <= freight_paid)
) ${table};
create index ix_shop_order_customer on shop_order (customer_reference);

create table order_line (
    store varchar(60) not null,
    order_number varchar(100) not null,
    line_number int not null,
    sku varchar(200) not null,
    product varchar(400),
    model varchar(400),
    quantity int not null,
    paid bigint not null,
    list_price bigint not null,
    durable boolean not null,
    made_to_order boolean not null,
    perishable boolean not null,
    hygiene boolean not null,
    digital_goods boolean not null,
    exception_confirmed_at datetime(6),
    no_reason_promised boolean not null,
    warranty_until date,
    warranty_months int,
    best_before date,
    refunded bigint not null,
    held bigint not null,
    returned_quantity int not null,
    constraint pk_order_line primary key (store, order_number, line_number),
    constraint ck_order_line_paid check (refunded >= 0 and held >= 0 and refunded + held <= paid),
    constraint ck_order_line_returned check (returned_quantity >= 0 and returned_quantity <= quantity)
) ${table};

create table order_payment (
    store varchar(60) not null,
    payment_number varchar(200) not null,
    order_number varchar(100) not null,
    pay_method varchar(80) not null,
    amount bigint not null,
    paid_at datetime(6) not null,
    refunded bigint not null,
    held bigint not null,
    paid_out bigint not null,
    constraint pk_order_payment primary key (store, payment_number),
    constraint ck_order_payment_amount check (refunded >= 0 and held >= 0 and refunded + held <= amount),
    constraint ck_order_payment_paid_out check (paid_out >= 0 and paid_out <= refunded)
) ${table};
create index ix_order_payment_order on order_payment (store, order_number);

create table order_parcel (
    store varchar(60) not null,
    order_number varchar(100) not null,
    tracking_number varchar(100) not null,
    carrier varchar(80),
    line_numbers varchar(2000) not null,
    shipped_at datetime(6),
    promised_by datetime(6),
    delivered_at datetime(6),
    signed_by varchar(200),
    constraint pk_order_parcel primary key (store, order_number, tracking_number)
) ${table};
create index ix_order_parcel_tracking on order_parcel (tracking_number);

create table order_remark (
    id char(36) not null,
    store varchar(60) not null,
    order_number varchar(100) not null,
    noted_at datetime(6) not null,
    noted_by varchar(255) not null,
    words varchar(2000) not null,
    flag varchar(20),
    constraint pk_order_remark primary key (id)
) ${table};
create index ix_order_remark_order on order_remark (store, order_number, noted_at);

create table parcel_scan (
    tracking_number varchar(100) not null,
    scan_id varchar(200) not null,
    scanned_at datetime(6) not null,
    kind varchar(30) not null,
    place varchar(400),
    received_at datetime(6) not null,
    constraint pk_parcel_scan primary key (tracking_number, scan_id)
) ${table};
