-- The end of some cases is no news to anybody outside (money demanded for stars, praise, a review joined to another case).
alter table after_sales_case add column untold boolean default false not null;

-- Who is named as the cause of a review: heard, then confirmed or rejected by a lead. Nothing but CONFIRMED may count.
create table named_colleague (
    case_number   varchar(32)   not null primary key,
    account       varchar(64)   not null,
    named_by      varchar(64)   not null,
    named_at      datetime(6)   not null,
    proof         varchar(2000) not null,
    -- null: nothing was said, which admits nothing
    view_text     varchar(2000),
    view_at       datetime(6),
    naming_state  varchar(16)   not null,
    decided_by    varchar(64),
    decided_at    datetime(6),
    decision_note varchar(2000)
) ${table};
create index naming_of_account on named_colleague (account, naming_state);

-- named before anybody was heard: the name stays open and counts for nothing
insert into named_colleague (case_number, account, named_by, named_at, proof, naming_state)
select r.case_number, r.agent_named, '', c.opened_at, coalesce(r.agent_proof, ''), 'UNHEARD'
from review_case r
join after_sales_case c on c.case_number = r.case_number
where r.agent_named is not null;
alter table review_case drop column agent_named;
alter table review_case drop column agent_proof;
