-- What the engine's identity tables cannot hold of an account.
create table person (
    account varchar(64) not null,
    grade varchar(16) not null,
    demo boolean not null,
    created_at datetime(6) not null,
    changed_at datetime(6) not null,
    constraint person_pk primary key (account)
) ${table};

-- Bearer tokens of systems, by the SHA-256 of the token.
create table api_token (
    sha256 char(64) not null,
    account varchar(64) not null,
    created_at datetime(6) not null,
    revoked_at datetime(6),
    constraint api_token_pk primary key (sha256)
) ${table};

create index api_token_account on api_token (account);
