import type { SqlCase } from './sql-case.ts'

/**
 * Statements of MaxCompute, by its documentation ("SQL reference": INSERT, SELECT, CTE, MERGE INTO, CLONE TABLE, script mode,
 * LATERAL VIEW, SELECT TRANSFORM, LOAD and UNLOAD, UPDATE and DELETE) and by what people write.
 */
export const maxComputeCases: readonly SqlCase[] = [
  // Queries
  ['select 1', ''],
  ['select * from ods_orders', 'reads ods_orders'],
  ['select * from ods_orders;', 'reads ods_orders'],
  ['SELECT * FROM ODS_Orders', 'reads ods_orders'],
  ['select * from `ods_orders`', 'reads ods_orders'],
  ['select * from retail.ods_orders', 'reads retail.ods_orders'],
  ['select * from `Retail` . `sales`.`ods_orders`', 'reads retail.sales.ods_orders'],
  ['select a.x, b.y from a, b where a.id = b.id', 'reads a b'],
  ['select * from a join b on a.id = b.id left outer join c on b.id = c.id', 'reads a b c'],
  ['select * from a left semi join b on a.id = b.id', 'reads a b'],
  ['select * from a left anti join b on a.id = b.id', 'reads a b'],
  ['select * from a full outer join b on a.id = b.id cross join c', 'reads a b c'],
  ['select * from a natural join b', 'reads a b'],
  ['select * from a join b using (id)', 'reads a b'],
  ['select * from a one join a two on one.id = two.parent', 'reads a'],
  ['select * from (a join b on a.id = b.id) join c on c.id = a.id', 'reads a b c'],
  ['select * from (select id from ods) t', 'reads ods'],
  ['select * from ((select id from a) union all (select id from b)) t', 'reads a b'],
  ['(select id from a) union all (select id from b)', 'reads a b'],
  ['select id from a union select id from b intersect select id from c', 'reads a b c'],
  ['select id from a minus select id from b except all select id from c', 'reads a b c'],
  ['select * from a where id in (select id from b where x > (select max(x) from c))', 'reads a b c'],
  ['select * from a where not exists (select 1 from b where b.id = a.id)', 'reads a b'],
  ['select (select count(*) from b) as n, x from a', 'reads a b'],
  ['select case when x in (select x from b) then 1 else 0 end from a', 'reads a b'],
  ['select * from a where id in ((select id from b) union (select id from c))', 'reads a b c'],
  ['select count(distinct x), sum(if(y = 1, z, 0)) from a group by k having count(*) > 1', 'reads a'],
  ['select k, x from a group by k, x grouping sets ((k), (x), ())', 'reads a'],
  ['select k from a group by cube(k, x)', 'reads a'],
  ['select k, count(*) from a group by k with rollup', 'reads a'],
  ['select * from a order by x desc nulls last, y limit 10', 'reads a'],
  ['select * from a distribute by k sort by k, x desc', 'reads a'],
  ['select * from a cluster by k', 'reads a'],
  ['select x, row_number() over (partition by k order by t desc) as rn from a qualify rn = 1', 'reads a'],
  ['select sum(x) over w from a window w as (partition by k rows between 3 preceding and current row)', 'reads a'],
  ['select percentile_cont(0.5) within group (order by x) from a', 'reads a'],
  ["select wm_concat(distinct ',', x) from a", 'reads a'],
  ["select trim(both ' ' from x), extract(year from t), substring(x from 2 for 3) from a", 'reads a'],
  ['select * except(x) from a', 'reads a'],
  ['select * replace(upper(x) as x) from a', 'reads a'],
  ['select `(ds|hr)?+.+` from a', 'reads a'],
  ['select a.*, b.x from a join b on a.id = b.id', 'reads a b'],
  ["select x.y.z, m['k'], arr[0].f, arr[size(arr) - 1] from a", 'reads a'],
  ['select transform(arr, v -> v + 1), filter(arr, v -> v > 0) from a', 'reads a'],
  ["select cast(x as decimal(18, 2)), cast('2024-01-01' as date), array(1, 2), map('k', 1) from a", 'reads a'],
  ["select date '2024-01-01', timestamp '2024-01-01 00:00:00', interval '1' day, interval 3 months from a", 'reads a'],
  ["select * from a where t > date'2024-01-01' + interval 1 day and x between 1 and 2 or not y is null", 'reads a'],
  ["select * from a where x is not distinct from y and z like '%a\\'b%' and w rlike 'x;y' and v in (1, 2)", 'reads a'],
  ['select x as `from`, y `where` from a', 'reads a'],
  ['select t.order, t.`group` from a t', 'reads a'],
  ['select left(x, 2), right(x, 2), if(x = 1, 2, 3), replace(x, 1, 2) from a', 'reads a'],
  ['select -x, +y, !z, ~w from a where not (x = 1 and y <> 2 or z != 3 and w <=> 4)', 'reads a'],
  ['select 1.5, .5, 1e10, 10L, 3.14BD, 5S from a', 'reads a'],
  ['select all x from a', 'reads a'],
  ['select distinct x, y from a', 'reads a'],
  ['select * from a tablesample(10 percent) t', 'reads a'],
  ['select * from a tablesample(bucket 1 out of 4 on k) t join b on b.k = t.k', 'reads a b'],
  ['select * from a pivot (sum(x) for k in (1, 2)) p', 'reads a'],
  ['select * from a unpivot (x for k in (x1, x2)) u', 'reads a'],
  ['from a select x where y = 1', 'reads a'],
  ['select * from t timestamp as of current_timestamp()', 'reads t'],
  // Queries with names
  ['with a as (select * from ods) select * from a', 'reads ods'],
  ['with a as (select * from ods), b as (select * from a join dim on a.k = dim.k) select * from b', 'reads ods dim'],
  ['with ods as (select * from ods where ds = 1) select * from ods', 'reads ods'],
  ['with A as (select * from ods) select * from a x join b y on x.k = y.k', 'reads ods b'],
  ['with a (k, v) as (select k, v from ods) select * from a', 'reads ods'],
  ['with a as (with b as (select * from ods) select * from b) select * from a join b on a.k = b.k', 'reads ods b'],
  [
    'with recursive r as (select 1 n union all select n + 1 from r join dim on r.n = dim.n) select * from r',
    'reads dim',
  ],
  ['with a as (select * from ods) select * from retail.a', 'reads ods retail.a'],
  ['with a as (select * from ods) select * from (select * from a where k in (select k from a)) t', 'reads ods'],
  ['with a as (select 1 as k from ods) insert overwrite table t select * from a', 'reads ods; writes t'],
  ['insert overwrite table t with a as (select * from ods) select * from a', 'reads ods; writes t'],
  ['with a as (select * from ods) from a insert into t select k insert into u select v', 'reads ods; writes t u'],
  ['with a as (select 1) select * from a; select * from a', 'reads a'],
  // Inserts
  ['insert into t select * from ods', 'reads ods; writes t'],
  ['insert into table t select * from ods', 'reads ods; writes t'],
  ['insert overwrite table t select * from ods', 'reads ods; writes t'],
  ['insert overwrite t select * from ods', 'reads ods; writes t'],
  ["insert overwrite table t partition (ds = '20240101') select * from ods", 'reads ods; writes t'],
  [
    "insert overwrite table t partition (ds = '${bizdate}', hh) select k, hh from ods where ds = '${bizdate}'",
    'reads ods; writes t',
  ],
  ["insert overwrite table t partition (ds = '1') if not exists select * from ods", 'reads ods; writes t'],
  ["insert into t partition (ds = '1') (k, v) select k, v from ods", 'reads ods; writes t'],
  ['insert into t (k, v) select k, v from ods', 'reads ods; writes t'],
  ['insert into t (k, v) (select k, v from ods)', 'reads ods; writes t'],
  ['insert into t (select k, v from ods)', 'reads ods; writes t'],
  ["insert into table t values (1, 'a;b'), (2, \"c'd\")", 'writes t'],
  ["insert into table t partition (ds = '1') (k, v) values (1, 2)", 'writes t'],
  ['insert into t select * from values (1, 2), (3, 4) v (a, b)', 'writes t'],
  ['insert overwrite table t select * from t where k > 1', 'reads t; writes t'],
  ['from ods insert overwrite table a select k insert into b select v where v > 1', 'reads ods; writes a b'],
  [
    "from (select * from ods) s insert overwrite table a partition (ds = '1') select k insert into table b select v",
    'reads ods; writes a b',
  ],
  [
    'from ods join dim on ods.k = dim.k insert into a select ods.k insert into b select dim.v group by v',
    'reads ods dim; writes a b',
  ],
  ['insert overwrite table t select * from ods zorder by k, v', 'reads ods; writes t'],
  ['insert into retail.t select * from sales.ods', 'reads sales.ods; writes retail.t'],
  ["insert overwrite directory '/tmp/x' select * from ods", 'reads ods'],
  ['insert overwrite table a select 1 from x; insert overwrite table b select * from a', 'reads x a; writes a b'],
  // Tables, views
  ['create table t (k bigint, v string)', 'creates t'],
  [
    "create table if not exists t (k bigint comment 'the key; of it', v string) comment 'a \"t\"' partitioned by (ds string) lifecycle 30",
    'creates t',
  ],
  ['create table t (k bigint not null default 1, primary key (k)) tblproperties ("transactional"="true")', 'creates t'],
  ['create table t as select * from ods', 'creates t; reads ods; writes t'],
  [
    'create table if not exists retail.t lifecycle 7 as select * from ods',
    'creates retail.t; reads ods; writes retail.t',
  ],
  ['create table t as with a as (select * from ods) select * from a', 'creates t; reads ods; writes t'],
  ['create table t as (select * from a union all select * from b)', 'creates t; reads a b; writes t'],
  ['create table t like ods', 'creates t; reads ods'],
  ['create table if not exists t like retail.ods lifecycle 10', 'creates t; reads retail.ods'],
  [
    "create external table t (k string) stored by 'com.aliyun.odps.CsvStorageHandler' with serdeproperties ('a' = 'b') location 'oss://x/y/'",
    'creates t',
  ],
  ['create table t (k bigint) clustered by (k) sorted by (k) into 1024 buckets', 'creates t'],
  ['create view v as select * from ods', 'creates v; reads ods'],
  [
    "create or replace view if not exists v (k comment 'key', w) comment 'c' as select k, w from ods",
    'creates v; reads ods',
  ],
  ['create view v as select * from ods; insert overwrite table t select * from v', 'creates v; reads ods; writes t'],
  [
    'create materialized view mv lifecycle 3 as select k, count(*) n from ods group by k',
    'creates mv; reads ods; writes mv',
  ],
  ['drop table t', 'drops t'],
  ['drop table if exists retail.t', 'drops retail.t'],
  ['drop view if exists v', 'drops v'],
  ['drop function f', ''],
  ['drop table if exists t; create table t as select * from ods', 'creates t; drops t; reads ods; writes t'],
  ['truncate table t', 'writes t'],
  ["truncate table t partition (ds = '1'), partition (ds = '2')", 'writes t'],
  ["alter table t drop if exists partition (ds < '20240101')", 'writes t'],
  ["alter table t add if not exists partition (ds = '1')", 'writes t'],
  ['alter table t add columns (w string)', ''],
  ['alter table t set lifecycle 30', ''],
  ['alter table t rename to u', 'creates u; drops t; writes u'],
  ["create function f as 'com.example.F' using 'f.jar'", ''],
  // Changes
  ['update t set v = 1 where k = 2', 'writes t'],
  ['update t set v = (select max(v) from ods), w = w + 1 where k in (select k from dim)', 'reads ods dim; writes t'],
  ['update t set t.v = s.v from (select k, v from ods) s where t.k = s.k', 'reads ods; writes t'],
  ['delete from t where k = 1', 'writes t'],
  ["delete from t where ds = '${bizdate}' and k in (select k from ods)", 'reads ods; writes t'],
  [
    'merge into t using ods s on t.k = s.k when matched then update set t.v = s.v when not matched then insert values (s.k, s.v)',
    'reads ods; writes t',
  ],
  [
    "merge into t as x using (select k from ods where ds = '1') as s on x.k = s.k and x.ds = '1' when matched and s.d = 1 then delete when matched then update set v = s.v when not matched then insert (k, v) values (s.k, case when s.v > 1 then 1 else 2 end)",
    'reads ods; writes t',
  ],
  // MaxCompute's own
  ['@a := select * from ods', 'reads ods'],
  [
    '@a := select * from ods; @b := select * from @a join dim d on @a.k = d.k; insert overwrite table t select * from @b',
    'reads ods dim; writes t',
  ],
  ["@d string := '20240101'; @n bigint := 1 + 2; insert into t select * from ods where ds = @d", 'reads ods; writes t'],
  ['@a := cache on select * from ods; insert into t select * from @a', 'reads ods; writes t'],
  ['@a := (select k from x) union all (select k from y); insert into t select * from @a', 'reads x y; writes t'],
  ['@t table (k bigint) := select k from ods; insert into u select * from @t', 'reads ods; writes u'],
  [
    'if (1 = 1) begin insert into a select * from x; end else begin insert into b select * from y; end',
    'reads x y; writes a b',
  ],
  ["clone table a partition (ds = '1'), partition (ds = '2') to b if exists overwrite", 'creates b; reads a; writes b'],
  ['clone table retail.a to b', 'creates b; reads retail.a; writes b'],
  ['read t', 'reads t'],
  ["read t (k, v) partition (ds = '1') 10", 'reads t'],
  ["load overwrite table t partition (ds = '1') from location 'oss://x/' stored as orc", 'writes t'],
  ["unload from t partition (ds = '1') into location 'oss://x/' stored as parquet", 'reads t'],
  ["unload from (select * from a join b on a.k = b.k) into location 'oss://x/'", 'reads a b'],
  ['select * from ods lateral view explode(arr) e as item', 'reads ods'],
  [
    "select * from ods o lateral view outer posexplode(o.arr) e as pos, item lateral view json_tuple(item, 'a') j as a where pos > 1",
    'reads ods',
  ],
  ['select * from ods lateral view explode(map) e as k, v, other o', 'reads ods other'],
  ["select transform(k, v) using 'python x.py' as (k, w) from ods", 'reads ods'],
  [
    "select transform(k, v) row format delimited fields terminated by '\\t' using 'cat' as k, w from (select * from ods) s",
    'reads ods',
  ],
  ["from ods select transform(k) using 'cat' as (k string)", 'reads ods'],
  ["insert into t select transform(k) using 'sh a.sh' with resources 'a.sh' as (k) from ods", 'reads ods; writes t'],
  ['select * from values (1, 2), (3, 4) t (a, b)', ''],
  ['values (1, 2)', ''],
  ['select * from f(1, 2) t', ''],
  ['select k, my_udtf(v) as (a, b) from ods', 'reads ods'],
  ['select /*+ mapjoin(b) */ a.k from a join b on a.k = b.k', 'reads a b'],
  ['insert /*+ x */ overwrite /* y */ table -- z\n t select * from ods', 'reads ods; writes t'],
  // Settings
  ['set odps.sql.allow.fullscan=true; select * from ods', 'reads ods'],
  [
    'set odps.sql.type.system.odps2 = true;\nset odps.sql.mapper.split.size=64;\ninsert overwrite table t select * from ods;',
    'reads ods; writes t',
  ],
  ['use retail; select * from ods join sales.dim d on d.k = ods.k', 'reads retail.ods sales.dim'],
  ['show partitions t; desc t; explain select * from ods; list tables', ''],
  ['grant select on table t to user x; analyze table t compute statistics', ''],
  ['add jar x.jar; select * from ods', 'reads ods'],
  [';;; select * from ods ;;', 'reads ods'],
  ['', ''],
  ['-- nothing', ''],
  // Comments and texts
  ["-- insert into x select 'a\nselect * from ods -- from b\n where k = 1", 'reads ods'],
  ["/* from a; ' */ select * from /* b */ ods /* c", 'faults 1'],
  ["select '-- from a', \"/* from b */\", 'it''s', 'x\\'y' from ods", 'reads ods'],
  ["select 'select * from a; insert into b' from ods", 'reads ods'],
  ['select * from ods -- the end', 'reads ods'],
  ['--*** header ***--\n--@author: x\nselect * from ods', 'reads ods'],
  ["select a--comment'\n, b from ods", 'reads ods'],
  // Names in Chinese
  ['select k as 订单编号, count(*) 数量 from ods 订单 group by k', 'reads ods'],
  ['select 订单.编号 from 订单表 订单', 'reads 订单表'],
  ['select k as `订单 编号`, "说明；" from ods', 'reads ods'],
  // Parameters
  ["select * from ods where ds = '${bizdate}' and hh = $[hh24-1/24]", 'reads ods'],
  ['select * from ods_${bizdate}', 'reads ods_${bizdate}'],
  ['select * from ${Project}.ODS_$[yyyymmdd-1] t', 'reads ${Project}.ods_$[yyyymmdd-1]'],
  ['insert into t_@@{Region} select * from ods where k = @@{key} and x = ${x}', 'reads ods; writes t_@@{Region}'],
  ['select ${columns} from ods where ${condition} limit ${n}', 'reads ods'],
  [
    'insert overwrite table t partition (ds = ${yesterday}) select * from ods where ds in (${days})',
    'reads ods; writes t',
  ],
  // Faults: nothing is guessed
  ['select * form ods', 'faults 1'],
  ['selct * from ods', 'faults 1'],
  ['select a b c from ods', 'faults 1'],
  ['select a, from ods', 'faults 1'],
  ['select from ods', 'faults 1'],
  ['select * from', 'faults 1'],
  ['select * from a x lft join b on a.k = b.k', 'faults 1'],
  ['select * from a join', 'faults 1'],
  ['select * from a where', 'faults 1'],
  ['select * from a where k = 1 gruop by k', 'faults 1'],
  ['select * from a where k in (selct k from b)', 'faults 1'],
  ['select * from (selct k from b) t', 'faults 1'],
  ['select * from (select k from b', 'faults 1'],
  ['select * from a) t', 'faults 1'],
  ["select * from a where k = 'x", 'faults 1'],
  ['insert into select * from a', 'faults 1'],
  ['insert overwrite table t', 'faults 1'],
  ['update t v = 1', 'faults 1'],
  ['merge into t using s when matched then delete', 'faults 1'],
  ['select * from a where k = 1 where k = 2', 'faults 1'],
  ['select * from a group by k where k = 2', 'faults 1'],
  ['select * form x; insert into t select * from ods', 'reads ods; writes t; faults 1'],
  ['set a=b\nselect * from t', 'faults 1'],
  ['create table a (k int) lifecycle 3\ncreate table b (k int)', 'faults 1'],
  ['create table a (k int)\ninsert into a select * from b', 'faults 1'],
  ['desc t\ninsert into a select * from b', 'faults 1'],
  ['alter table t add columns (w int)\nselect * from a', 'faults 1'],
  ['explain\nselect * from a; grant\nselect on t to u', ''],
  ['pai -name xgboost -DinputTableName=a', 'faults 1'],
  ['with a as (select 1 select * from a', 'faults 1'],
  ['insert overwrite table t select * from a union all from', 'faults 1'],
  // Long reports
  [
    `--@author: 数据组
--********************************************************************--
set odps.sql.mapper.split.size = 128;
insert overwrite table ads_trade_report partition (ds = '\${bizdate}')
with base as ( -- 明细; one row an order
  select  o.order_id
         ,o.buyer_id
         ,coalesce(o.amount, 0) * nvl(r.rate, 1)                       as 金额
         ,case when o.status in ('PAID', 'DONE') then '已付款; ok' else "其它" end as \`付款 状态\`
         ,row_number() over (partition by o.order_id order by o.gmt_modified desc) as rn
  from    dwd_orders o
  left outer join (select currency, max(rate) as rate from dim_rates where ds = '\${bizdate}' group by currency) r
  on      o.currency = r.currency
  where   o.ds between to_char(dateadd(to_date('\${bizdate}', 'yyyymmdd'), -6, 'dd'), 'yyyymmdd') and '\${bizdate}'
  and     o.order_id not in (select order_id from dwd_refunds where ds = '\${bizdate}' /* join x */)
), buyers as (
  select buyer_id, count(distinct order_id) as n from base where rn = 1 group by buyer_id
)
select  /*+ mapjoin(d) */ b.buyer_id, d.city as 城市, sum(base.金额) as gmv, max(b.n) n
from    base
join    buyers b on b.buyer_id = base.buyer_id
left join retail_cdm.dim_buyers d on d.buyer_id = b.buyer_id and d.ds = max_pt('retail_cdm.dim_buyers')
lateral view explode(split(d.tags, ',')) t as tag
where   base.rn = 1 and t.tag <> '' and exists (select 1 from ods_white w where w.id = b.buyer_id)
group by b.buyer_id, d.city
having  sum(base.金额) > 0
union all
select  buyer_id, null, 0, 0 from ads_trade_report where ds = '$[yyyymmdd-2]'
;
alter table ads_trade_report drop if exists partition (ds < '20200101');`,
    'reads dwd_orders dim_rates dwd_refunds retail_cdm.dim_buyers ods_white ads_trade_report; writes ads_trade_report',
  ],
  [
    `insert into wide select * from a0 ${Array.from({ length: 30 }, (_, at) => `left join a${at + 1} on a0.k = a${at + 1}.k`).join('\n')}`,
    `reads ${Array.from({ length: 31 }, (_, at) => `a${at}`).join(' ')}; writes wide`,
  ],
  [
    `insert into t select ${Array.from({ length: 200 }, (_, at) => `sum(case when x${at} > 0 then x${at} else 0 end) as 列${at}`).join('\n, ')} from ods`,
    'reads ods; writes t',
  ],
  [`insert into t ${'select * from ('.repeat(60)}select * from ods${') q'.repeat(60)}`, 'reads ods; writes t'],
]
