-- Sales of the day.
insert overwrite table rpt_sales partition (ds = '${bizdate}')
select count(distinct buyer_id) as buyers, count(*) as orders, sum(amount_cny) as sales
from dwd_orders
where ds = '${bizdate}';
