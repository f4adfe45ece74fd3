-- How a store reaches a department; a change is a new row, and what held before can still be read. No secrets here.
create table department_setting (
    store varchar(60) not null,
    department varchar(20) not null,
    revision int not null,
    valid_from datetime(6) not null,
    set_by varchar(255) not null,
    base_url varchar(500),
    key_id varchar(64),
    other_key_id varchar(64),
    active boolean not null,
    taken_over varchar(2000) not null,
    constraint pk_department_setting primary key (store, department, revision)
) ${table};

-- What departments said about something that nobody here has asked: it waits for a manager.
create table department_unmatched (
    entry_id char(36) not null,
    department varchar(20) not null,
    message_id varchar(100) not null,
    topic varchar(64) not null,
    reference varchar(64) not null,
    received_at datetime(6) not null,
    resolved_at datetime(6),
    resolved_by varchar(255),
    note varchar(1000),
    constraint pk_department_unmatched primary key (entry_id)
) ${table};
create index ix_department_unmatched_open on department_unmatched (resolved_at, received_at);
