-- the return whose way back the customer has paid, and whether we gave a label for it
alter table compensation add column return_case varchar(32);
alter table goods_return add column labelled boolean default false not null;
