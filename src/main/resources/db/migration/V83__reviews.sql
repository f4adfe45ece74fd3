-- Published reviews: what a case has learnt of one, and the watch that finds them.
alter table after_sales_case add column review_outcome varchar(24);
-- a review case takes the pieces of its order only when a remedy needs them
alter table after_sales_case add column lines_held boolean default true not null;

-- one row per published review: the case that looks after it, and which words it has seen
create table case_review (
    store         varchar(64)  not null,
    review_id     varchar(128) not null,
    case_number   varchar(32)  not null,
    first_words   char(64)     not null,
    latest_words  char(64)     not null,
    primary key (store, review_id)
) ${table};

create table review_case (
    case_number        varchar(32) not null primary key,
    review_sign        varchar(16) not null,
    health_harm        boolean     not null,
    lane               varchar(24),
    first_rating       int         not null,
    latest_rating      int,
    updated_at         datetime(6),
    cause              varchar(40),
    fault_unit         varchar(40),
    agent_named        varchar(64),
    agent_proof        varchar(2000),
    remedy             varchar(24),
    customer_satisfied boolean     not null,
    reply_text         text,
    reply_by           varchar(64),
    reply_classes      varchar(400),
    replied_at         datetime(6),
    invited_at         datetime(6),
    dossier            text,
    dossier_note       varchar(2000),
    dossier_by         varchar(64),
    appeal_by          varchar(64),
    appeal_result      varchar(16)
) ${table};

create table review_try (
    case_number varchar(32)   not null,
    seq         int           not null,
    tried_at    datetime(6)   not null,
    tried_by    varchar(64)   not null,
    channel     varchar(20)   not null,
    reached     boolean       not null,
    note        varchar(2000) not null,
    primary key (case_number, seq)
) ${table};

-- up to when each store's reviews have been read
create table review_watch (
    store       varchar(64) not null primary key,
    read_until  datetime(6) not null
) ${table};

-- what the last look found and is still to be opened
create table review_found (
    store        varchar(64)  not null,
    instance_id  varchar(64)  not null,
    seq          int          not null,
    review_id    varchar(128) not null,
    order_number varchar(64),
    rating       int          not null,
    review_text  text         not null,
    posted_at    datetime(6),
    primary key (store, instance_id, seq)
) ${table};
