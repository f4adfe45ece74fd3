-- the exchange is over, and the old goods that were to come back never came: they are taken in when they do
alter table after_sales_case add column goods_outstanding boolean default false not null;

-- what a payment made after the sale was for, by line: it goes back as it came
create table charge_share (
    payment_number varchar(56) not null,
    case_number    varchar(32) not null,
    line_number    int         not null,
    amount         bigint      not null,
    pieces         int         not null,
    primary key (payment_number, line_number),
    constraint charge_share_is_positive check (amount > 0 and pieces >= 0)
) ${table};

-- a refund that gives such a payment back
alter table refund_request add column undone_payment varchar(56);

-- pieces that stand on the shelf already are not booked again when the rest comes
alter table return_line add column booked_pieces int default 0 not null;
-- wrong goods: so many of the ordered article never left and stand on the shelf again, and this one left in their place
alter table return_line add column never_left int default 0 not null;
alter table return_line add column left_instead varchar(200);
-- articles that are not there, of several that are wanted
alter table goods_exchange add column missing_skus varchar(500);
-- withdrawn while the warehouse was just asked to hold the goods
alter table goods_exchange add column withdrawn boolean default false not null;
-- the old goods were charged or written off
alter table goods_exchange add column old_goods_settled boolean default false not null;

-- what the customer has now instead of the article that was sold; no import knows of it
create table line_article (
    store        varchar(60)  not null,
    order_number varchar(100) not null,
    line_number  int          not null,
    sku          varchar(200) not null,
    list_price   bigint       not null,
    primary key (store, order_number, line_number)
) ${table};
