-- several kinds in one compensation, each a row of its own
alter table compensation add column part_no int default 1 not null;
-- nobody else among the managers: a lead confirms what the only manager has set
alter table compensation add column lead_confirms boolean default false not null;
-- a gift is sent beside what is owed, and takes its place nowhere
create table case_gift_due (
    case_number varchar(32)  not null primary key,
    line_number int          not null,
    sku         varchar(200) not null,
    quantity    int          not null,
    unit_value  bigint       not null
) ${table};
