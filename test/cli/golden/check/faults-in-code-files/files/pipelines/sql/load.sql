-- 订单
insert overwrite table ods_orders partition (ds = '${day}')
select id,
       amount -- in cents; see the wiki
from raw_orders
where region = '${region}';
