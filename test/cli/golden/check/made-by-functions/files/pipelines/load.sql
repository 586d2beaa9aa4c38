select 1 as id -- first; not last
