-- Points of every buyer: yesterday's, which the previous run wrote, and those of the day.
insert overwrite table rpt_loyalty partition (ds = '${bizdate}')
select buyer_id, sum(points) as points
from (
  select buyer_id, points from rpt_loyalty where ds = '${day_before}'
  union all
  select buyer_id, floor(sum(amount_cny)) as points from dwd_orders where ds = '${bizdate}' group by buyer_id
) both_days
group by buyer_id;
