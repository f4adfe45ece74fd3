-- What 10,000 open cases have shown. Without the first each fetch of departments' work reads all that is waiting for an
-- answer: it comes with every call.
create index mg_ext_task_lock on ACT_RU_EXT_TASK (LOCK_EXP_TIME_);
-- a case is searched by what the customer says of themselves
create index case_by_order on after_sales_case (order_number);
create index case_by_customer on after_sales_case (customer_reference);
create index case_by_phone on after_sales_case (phone_ending);
-- closed cases become many and are no part of the open ones' list
create index case_by_end on after_sales_case (store, closed_at, opened_at);
