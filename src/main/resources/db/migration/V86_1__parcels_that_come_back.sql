-- goods of one return may come in several parcels, each inspected once; what the carrier lost of it is paid all the same
alter table return_parcel add column inspected_at datetime(6);
alter table return_line add column lost_pieces int default 0 not null;

-- a parcel at the warehouse that no case expects; it has a number of its own until its case is known
create table unknown_parcel (
    parcel_number   varchar(32) not null primary key,
    store           varchar(64) not null,
    tracking_number varchar(64) not null,
    place           varchar(400),
    arrived_at      datetime(6) not null,
    state           varchar(16) not null,
    order_number    varchar(64),
    case_number     varchar(32),
    decided_by      varchar(64),
    decided_at      datetime(6),
    constraint unknown_parcel_once unique (tracking_number)
) ${table};
