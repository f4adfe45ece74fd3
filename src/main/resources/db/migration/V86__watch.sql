-- What the watch over parcels asks: which are on their way, and since when nothing is heard of them. Trouble is what a scan
-- told and nobody has looked at yet.
alter table order_parcel add column country varchar(2);
alter table order_parcel add column under_way boolean default false not null;
alter table order_parcel add column last_scan_at datetime(6);
alter table order_parcel add column last_scan_kind varchar(30);
alter table order_parcel add column silent_since datetime(6);
alter table order_parcel add column watched_at datetime(6);
alter table order_parcel add column trouble varchar(30);
alter table order_parcel add column trouble_at datetime(6);
update order_parcel set
    country = (select o.country from shop_order o
        where o.store = order_parcel.store and o.order_number = order_parcel.order_number),
    last_scan_at = (select max(s.scanned_at) from parcel_scan s where s.tracking_number = order_parcel.tracking_number),
    last_scan_kind = (select max(s.kind) from parcel_scan s where s.tracking_number = order_parcel.tracking_number
        and s.scanned_at = (select max(t.scanned_at) from parcel_scan t
            where t.tracking_number = order_parcel.tracking_number));
update order_parcel set silent_since = coalesce(last_scan_at, shipped_at), under_way = true
    where shipped_at is not null and delivered_at is null
    and (last_scan_kind is null or last_scan_kind not in ('DELIVERED', 'REFUSED', 'LOST', 'RETURNED_TO_SENDER'));
create index ix_order_parcel_silent on order_parcel (under_way, store, carrier, country, silent_since);
create index ix_order_parcel_promised on order_parcel (under_way, store, carrier, country, promised_by);
create index ix_order_parcel_trouble on order_parcel (trouble_at);
