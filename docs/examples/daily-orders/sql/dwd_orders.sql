-- Paid orders in one currency.
insert overwrite table dwd_orders partition (ds = '${bizdate}')
select o.order_id, o.buyer_id, o.amount * r.rate as amount_cny, o.paid_at
from ods_orders o
join dim_currency_rates r on r.currency = o.currency and r.ds = '${bizdate}'
where o.ds = '${bizdate}' and o.status = 'PAID';
