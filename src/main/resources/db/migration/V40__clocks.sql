-- One row per running or past time limit of a case or of a task. next_at is when the sweep must look at it: the
-- warning first, then the due time, then null; null too while it pauses and when it has ended.
create table service_clock (
    id char(36) not null,
    case_number varchar(40) not null,
    store varchar(60) not null,
    kind varchar(40) not null,
    stage varchar(40) not null,
    calendar varchar(20) not null,
    on_limit varchar(40),
    at_zero varchar(100),
    task_id varchar(64),
    owner varchar(255),
    team varchar(255),
    started_at datetime(6) not null,
    own_due_at datetime(6) not null,
    platform_due_at datetime(6),
    due_at datetime(6) not null,
    warn_at datetime(6) not null,
    paused_since datetime(6),
    paused_minutes bigint not null,
    warned_at datetime(6),
    breached_at datetime(6),
    ended_at datetime(6),
    next_at datetime(6),
    constraint pk_service_clock primary key (id)
) ${table};
create index ix_service_clock_case on service_clock (case_number);
create index ix_service_clock_task on service_clock (task_id);
create index ix_service_clock_next on service_clock (next_at);

create table clock_pause (
    id char(36) not null,
    case_number varchar(40) not null,
    clock_id char(36),
    stage varchar(40),
    owner varchar(255),
    reason varchar(100) not null,
    from_at datetime(6) not null,
    to_at datetime(6),
    constraint pk_clock_pause primary key (id)
) ${table};
create index ix_clock_pause_case on clock_pause (case_number);
