-- What cases send to customers, followed until it has arrived.
create table shipment (
    case_number varchar(32) not null,
    tracking_number varchar(64) not null,
    carrier varchar(64),
    purpose varchar(24) not null,
    shipped_at datetime(6) not null,
    due_at datetime(6) not null,
    trouble varchar(30),
    delivered_at datetime(6),
    lost_at datetime(6),
    constraint pk_shipment primary key (case_number, tracking_number)
) ${table};
create index ix_shipment_tracking on shipment (tracking_number);
