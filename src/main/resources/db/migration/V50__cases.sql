create table after_sales_case (
    case_number         varchar(32)   not null primary key,
    store               varchar(64)   not null,
    order_number        varchar(64),
    asked_kind          varchar(24),
    kind                varchar(24),
    reason              varchar(40)   not null,
    channel             varchar(20)   not null,
    origin              varchar(20)   not null,
    statement           text,
    goods_intact        varchar(12)   not null,
    evidence            varchar(12)   not null,
    wanted_sku          varchar(64),
    requested_amount    bigint,
    payment_reference   varchar(64),
    platform_case       varchar(64),
    deadline_stage      varchar(40),
    deadline_until      datetime(6),
    customer_reference  varchar(64),
    phone_ending        varchar(8),
    priority            varchar(2)    not null,
    owner               varchar(64),
    team                varchar(64),
    language            varchar(8)    not null,
    currency            varchar(3)    not null,
    agent_message       text,
    message_facts       text,
    refusal_reason      varchar(40),
    outcome             varchar(40),
    remedy              varchar(40),
    due_lane            varchar(24),
    due_inspected       boolean       not null,
    due_set_by          varchar(64),
    last_result         varchar(32),
    refunded            bigint        not null,
    pending             bigint        not null,
    opened_by           varchar(64)   not null,
    opened_at           datetime(6)   not null,
    closed_at           datetime(6)
) ${table};
create index case_of_order on after_sales_case (store, order_number);
create index case_of_store on after_sales_case (store, opened_at);
create index case_of_customer on after_sales_case (store, customer_reference);

create table case_line (
    case_number varchar(32) not null,
    line_number int         not null,
    quantity    int         not null,
    primary key (case_number, line_number)
) ${table};

-- what the customer is to get back, by order line; line 0 is outbound freight
create table case_due (
    case_number varchar(32) not null,
    line_number int         not null,
    amount      bigint      not null,
    primary key (case_number, line_number),
    constraint due_is_positive check (amount > 0)
) ${table};

create table case_link (
    case_number  varchar(32) not null,
    earlier_case varchar(32) not null,
    primary key (case_number, earlier_case)
) ${table};

-- numbers by which a case is found: tracking numbers, refund numbers
create table case_reference (
    reference   varchar(128) not null,
    case_number varchar(32)  not null,
    primary key (reference, case_number)
) ${table};

create table case_timeline (
    id          char(36)      not null primary key,
    case_number varchar(32)   not null,
    seq         bigint        not null,
    at          datetime(6)   not null,
    kind        varchar(40)   not null,
    actor       varchar(64)   not null,
    text_en     text not null,
    text_zh     text not null
) ${table};
create index timeline_of_case on case_timeline (case_number, seq);

create table case_verdict (
    id          char(36)      not null primary key,
    case_number varchar(32)   not null,
    seq         bigint        not null,
    at          datetime(6)   not null,
    decision    varchar(64)   not null,
    version     int           not null,
    outcome     varchar(2000) not null,
    rules       varchar(8000) not null,
    inputs      varchar(4000) not null
) ${table};
create index verdict_of_case on case_verdict (case_number, seq);

create table case_wait (
    case_number varchar(32) not null,
    what        varchar(40) not null,
    who         varchar(40) not null,
    since       datetime(6) not null,
    due_at      datetime(6),
    primary key (case_number, what)
) ${table};

create table work_item (
    task_id     varchar(64)  not null primary key,
    case_number varchar(32)  not null,
    store       varchar(64)  not null,
    element     varchar(64)  not null,
    label       varchar(255) not null,
    team        varchar(200) not null,
    assignee    varchar(64),
    stage       varchar(40)  not null,
    created_at  datetime(6)  not null,
    due_at      datetime(6),
    ended_at    datetime(6),
    ended_by    varchar(64),
    completed   boolean      not null
) ${table};
create index work_of_case on work_item (case_number, ended_at);
create index work_of_person on work_item (assignee, ended_at);

create table case_event (
    case_number varchar(32)  not null,
    event_id    varchar(255) not null,
    kind        varchar(40)  not null,
    used        boolean      not null,
    at          datetime(6)  not null,
    primary key (case_number, event_id)
) ${table};

create table case_evidence (
    id          char(36)      not null primary key,
    case_number varchar(32)   not null,
    kind        varchar(40)   not null,
    note        varchar(2000),
    file_name   varchar(255)  not null,
    media_type  varchar(64)   not null,
    size_bytes  bigint        not null,
    sha256      char(64)      not null,
    uploaded_by varchar(64)   not null,
    at          datetime(6)   not null,
    content     longblob      not null
) ${table};
create index evidence_of_case on case_evidence (case_number, at);

create table case_idempotency (
    account     varchar(64)  not null,
    idem_key    varchar(255) not null,
    body_hash   char(64)     not null,
    case_number varchar(32)  not null,
    at          datetime(6)  not null,
    primary key (account, idem_key)
) ${table};

create table case_sequence (
    day_code char(8) not null primary key,
    last_one int     not null
) ${table};

create table case_reveal (
    id          char(36)     not null primary key,
    case_number varchar(32)  not null,
    account     varchar(64)  not null,
    field       varchar(20)  not null,
    purpose     varchar(500) not null,
    at          datetime(6)  not null
) ${table};
create index reveal_by_account on case_reveal (account, at);
