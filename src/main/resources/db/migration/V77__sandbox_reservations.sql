create table sandbox_reservation (
    reservation varchar(64) not null,
    store varchar(64) not null,
    sku varchar(200) not null,
    quantity bigint not null,
    until_at datetime(6),
    constraint pk_sandbox_reservation primary key (reservation, sku),
    constraint ck_sandbox_reservation_quantity check (quantity > 0)
) ${table};
create index ix_sandbox_reservation_until on sandbox_reservation (store, until_at);
