-- each change of state of a refund, and of a pay-out in its place: when, by whom and what caused it
create table refund_step (
    id             char(36)    not null,
    refund_number  varchar(48) not null,
    step_no        int         not null,
    pay_out_number varchar(56),
    from_state     varchar(16),
    to_state       varchar(16) not null,
    at             datetime(6) not null,
    actor          varchar(64) not null,
    cause          varchar(80) not null,
    constraint pk_refund_step primary key (id),
    constraint refund_step_once unique (refund_number, step_no)
) ${table};
create index refund_step_by_time on refund_step (at);
alter table refund add column steps int default 0 not null;
