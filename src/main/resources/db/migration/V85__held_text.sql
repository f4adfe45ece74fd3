-- words to customers that nobody sends before a second person has read them
create table held_text (
    id          char(36)     not null primary key,
    case_number varchar(32)  not null,
    store       varchar(64)  not null,
    purpose     varchar(20)  not null,
    element     varchar(128) not null,
    words       text         not null,
    classes     varchar(400) not null,
    written_by  varchar(64)  not null,
    written_at  datetime(6)  not null,
    task_id     varchar(64),
    state       varchar(16)  not null,
    decided_by  varchar(64),
    decided_at  datetime(6),
    look_note   varchar(2000),
    told_at     datetime(6)
) ${table};
create index held_text_of_case on held_text (case_number, written_at);
create index held_text_of_task on held_text (task_id);
