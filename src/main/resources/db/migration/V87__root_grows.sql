-- what the lead decides about a ruling
alter table case_dispute add column pay_amount bigint;
alter table case_dispute add column decided_by varchar(64);
create index dispute_of_case on case_dispute (case_number, ended_at);

-- who was asked for help, at which level, and what they said
create table case_escalation (
    case_number  varchar(32) not null,
    seq          int         not null,
    reason       varchar(40) not null,
    level_code   varchar(16) not null,
    raised_by    varchar(64) not null,
    raised_at    datetime(6) not null,
    decision     varchar(24),
    decided_by   varchar(64),
    decided_at   datetime(6),
    primary key (case_number, seq)
) ${table};

-- a department that does not answer is told of once
alter table department_request add column silence_told_at datetime(6);
create index ix_department_request_due on department_request (silence_told_at, request_state, due_at);
