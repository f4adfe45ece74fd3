-- A limit that is told again and again until it ends: every so many minutes of its calendar; null = once. While it is
-- missed, next_at is when it is told again.
alter table service_clock add column repeat_minutes bigint;
