-- What reports read: addends per store and day, no case and no person in them. A booking adds a row of its own, so that it
-- waits for nobody; rows of one key are folded into one now and then, whose id is made of the key.
create table day_sum (
    id             char(36)     not null,
    store          varchar(64)  not null,
    on_day         date         not null,
    kind           varchar(24)  not null,
    cause          varchar(40)  not null,
    unit_at_fault  varchar(40)  not null,
    sku            varchar(200) not null,
    model          varchar(400) not null,
    first_product  boolean      not null,
    currency       varchar(3)   not null,
    amount         bigint       not null,
    cases_opened   bigint       not null,
    cases_closed   bigint       not null,
    cases_refunded bigint       not null,
    pieces         bigint       not null,
    folded         boolean      not null,
    constraint pk_day_sum primary key (id)
) ${table};
create index day_sum_of_store on day_sum (store, on_day);
create index day_sum_to_fold on day_sum (folded);

create table day_sum_fold (
    id int not null,
    constraint pk_day_sum_fold primary key (id)
) ${table};
insert into day_sum_fold (id) values (1);
