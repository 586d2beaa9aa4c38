-- One row an order, as the shop wrote it, without the test orders.
insert overwrite table ods_orders partition (ds = '${bizdate}')
select order_id, buyer_id, amount, currency, status, paid_at
from src_orders
where ds = '${bizdate}' and buyer_id > 0;
