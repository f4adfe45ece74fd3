-- Settings are dated: a change is a new row, and what held before can still be read.
create table store_settings (
    store varchar(60) not null,
    revision int not null,
    valid_from datetime(6) not null,
    set_by varchar(255) not null,
    content text not null,
    constraint pk_store_settings primary key (store, revision)
) ${table};

create table store_product (
    store varchar(60) not null,
    sku varchar(200) not null,
    product varchar(400),
    model varchar(400),
    list_price bigint,
    warranty_months int,
    constraint pk_store_product primary key (store, sku),
    constraint ck_store_product_price check (list_price >= 0)
) ${table};

create table product_part (
    store varchar(60) not null,
    sku varchar(200) not null,
    part varchar(200) not null,
    part_value bigint not null,
    constraint pk_product_part primary key (store, sku, part),
    constraint ck_product_part_value check (part_value >= 0)
) ${table};
