-- What departments were asked, and what they answered.
create table department_request (
    request_id char(36) not null,
    topic varchar(64) not null,
    department varchar(20) not null,
    case_number varchar(64),
    store varchar(64),
    element varchar(255) not null,
    execution_id varchar(64) not null,
    task_id varchar(64),
    idempotency_key varchar(64) not null,
    payload text not null,
    request_state varchar(12) not null,
    attempts int not null,
    times_pending int not null,
    asked_at datetime(6) not null,
    due_at datetime(6) not null,
    answered_at datetime(6),
    answer text,
    no_code varchar(64),
    trouble varchar(1000),
    version bigint not null,
    constraint pk_department_request primary key (request_id)
) ${table};
create index ix_department_request_execution on department_request (execution_id);
create index ix_department_request_case on department_request (case_number, asked_at);
create index ix_department_request_key on department_request (idempotency_key);

-- Messages of departments, kept against replay; stored and applied in one transaction.
create table department_message (
    department varchar(20) not null,
    message_id varchar(100) not null,
    topic varchar(64) not null,
    reference varchar(64) not null,
    body text not null,
    received_at datetime(6) not null,
    constraint pk_department_message primary key (department, message_id)
) ${table};
