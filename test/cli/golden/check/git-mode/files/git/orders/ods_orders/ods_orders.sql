-- orders of a day
select *
from raw_orders where day = ${day}
