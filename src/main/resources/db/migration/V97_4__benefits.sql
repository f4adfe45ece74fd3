-- Coupons and points that were used up for an order.
create table order_benefit (
    store         varchar(60)  not null,
    order_number  varchar(100) not null,
    reference     varchar(100) not null,
    kind          varchar(12)  not null,
    benefit_value bigint       not null,
    asked_at      datetime(6),
    given_back_at datetime(6),
    constraint pk_order_benefit primary key (store, order_number, reference),
    constraint ck_order_benefit_value check (benefit_value > 0)
) ${table};
