import type { SqlCase } from './sql-case.ts'

/** Which words are SQL, and which belong to other options. Source of each: the manual of the client, or its own parser. */
export const shellOptionCases: readonly SqlCase[] = [
  // odpscmd knows `-e` alone, takes the first, and parts a letter from what is joined to it (aliyun-odps-console,
  // CommandParserUtils.populateOptions and ExecuteCommand.parse).
  ['odpscmd --execute="select * from a"', 'faults 1'],
  ['odpscmd --execute "select * from a"', 'faults 1'],
  ['odpscmd -e "select * from a" -e "select * from b"', 'reads a; faults 1'],
  ['odpscmd -f x.sql -e "select * from a"', 'reads a'],
  ['odpscmd -s x.sql <<EOF\nselect * from a\nEOF', ''],
  ['odpscmd -fx.sql <<EOF\nselect * from a\nEOF', ''],
  ['odpscmd -u me -p key --endpoint=http://h/api -k 2 -e "select * from a"', 'reads a'],
  // hive, spark-sql and beeline: commons-cli with one dash or two (OptionsProcessor, CliOptionsProcessor and BeeLine).
  ['hive --e "select * from a"', 'reads hive:a'],
  ['hive -e="select * from a where x = 1"', 'reads hive:a'],
  ['hive -e"select * from a where x = 1"', 'reads hive:a'],
  ['hive -database lake -e "select * from a"', 'reads hive:lake.a'],
  ['hive -d x=1 -i init.sql -e "select * from a"', 'reads hive:a'],
  ['hive -hiveconf x=1 --hivevar y=-e <<EOF\nselect * from a\nEOF', 'reads hive:a'],
  ['hive -e "select * from a" -f x.sql', ''],
  ['hive -fx.sql <<EOF\nselect * from a\nEOF', ''],
  ['spark-sql -f x.sql <<EOF\nselect * from a\nEOF', ''],
  ['beeline -u jdbc:hive2://h/x -e "select * from a" "select * from b"', 'reads hive:x.a hive:x.b'],
  ['beeline -u jdbc:hive2://h/x --e="select * from a"', 'faults 1'],
  ['beeline -u jdbc:hive2://h/x --outputformat=csv2 --silent=true -p -e "select * from a"', 'reads hive:x.a'],
  // Trino: an address in the place of --server may name catalog and schema (ClientOptions).
  ['trino https://h:8443/hive/lake --execute "select * from a"', 'reads trino:hive.lake.a'],
  ['trino --server https://h:8443/hive --schema lake --execute "select * from a"', 'reads trino:hive.lake.a'],
  ['trino h:8080 --execute "select * from a"', 'reads trino:a'],
  ['trino --file=x.sql <<EOF\nselect * from a\nEOF', ''],
  ['presto -f x.sql <<EOF\nselect * from a\nEOF', ''],
  ['trino --user --execute "select * from a"', 'faults 1'],
  // mysql and psql: getopt, where letters without values may stand in one word (mysql.cc, startup.c).
  ['mysql -uroot -psecret shop -e"select * from a"', 'reads mysql:shop.a'],
  ['mysql -sre "select * from a" shop', 'reads mysql:shop.a'],
  ['mysql -p secret -e "select * from a"', 'reads mysql:secret.a'],
  ['mysql --exec="select * from a" --data shop', 'reads mysql:shop.a'],
  ['mysql --init-command="select * from a" -e "select * from b"', 'reads mysql:a mysql:b'],
  ['mysql --defaults-file=x.cnf --ssl-ca ca.pem --connect_timeout 5 shop -e "select * from a"', 'reads mysql:shop.a'],
  ['psql --file=x.sql <<EOF\nselect * from a\nEOF', ''],
  ['psql -qXf x.sql <<EOF\nselect * from a\nEOF', ''],
  ['psql -qAtf- <<EOF\nselect * from a\nEOF', 'reads postgresql:a'],
  ['psql -F -c "select * from a"', 'faults 1'],
  ['psql -c"select * from a" -f x.sql', 'reads postgresql:a'],
  ['psql -d "dbname=shop host=x.hologres.aliyuncs.com" -c "select * from a"', 'reads hologres:a'],
  ['psql -v host=x.hologres.aliyuncs.com -c "select * from a"', 'reads postgresql:a'],
  // Engines that are not read.
  ['clickhouse client --query "select * from a"', 'faults 1'],
  ['clickhouse-local -q "select * from a"', 'faults 1'],
]
