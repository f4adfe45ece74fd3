-- The gateway's own number of a payment, where the shop's system gives it.
alter table order_payment add column gateway_transaction varchar(128);
