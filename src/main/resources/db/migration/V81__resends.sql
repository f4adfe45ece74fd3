-- What is sent again: what was found out about it, who asked and approved, what became of wrong goods.
create table resend (
    case_number varchar(32) not null,
    agreed_by varchar(64),
    approved_by varchar(64),
    fact varchar(40) not null,
    wrong_sku varchar(200),
    weight_asked boolean not null,
    weight_at_start bigint,
    packed_weight bigint,
    stock_corrected boolean not null,
    shelves varchar(2000),
    attempts int not null,
    received_sku varchar(200),
    received_quantity int,
    disposition varchar(24),
    constraint pk_resend primary key (case_number)
) ${table};

-- pieces of a line that were sent again and have arrived
alter table order_line add column resent_quantity int default 0 not null;
