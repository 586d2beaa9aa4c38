import { shellFlowCases } from './shell-flow.ts'
import { shellFunctionCases } from './shell-functions.ts'
import { shellOptionCases } from './shell-options.ts'
import { shellProgramCases } from './shell-programs.ts'
import type { SqlCase } from './sql-case.ts'

/** The client by a variable, whose value, or else whose name, says what it is. */
const clientVariableCases: readonly SqlCase[] = [
  ['ODPSCMD=/opt/odps/bin/odpscmd; $ODPSCMD -e "insert overwrite table a select * from b"', 'reads b; writes a'],
  ['export CLI="/opt/odps/bin/odpscmd --project=retail"\n${CLI} -e "select * from a"', 'reads retail.a'],
  ['"${ODPSCMD}" -e "select * from a"', 'reads a'],
  ['$ODPS_CMD -e "select * from a"', 'reads a'],
  ['${odpscmd} -e "select * from a"', 'reads a'],
  ['$ODPSCMD_BIN -e "select * from a"', 'reads a'],
  ['${RUN:-/opt/odps/bin/odpscmd} -e "select * from a"', 'reads a'],
  ['$(which odpscmd) -e "select * from a"', 'reads a'],
  ['CLI=$(command -v odpscmd)\n$CLI -e "select * from a"', 'reads a'],
  ['ODPSCMD=$1\n$ODPSCMD -e "select * from a"', 'reads a'],
  ['CLI=odpscmd; RUN=$CLI; $RUN -e "select * from a"', 'reads a'],
  ['BIN=/opt/bin\n$BIN/odpscmd -e "select * from a"', 'reads a'],
  ['SQL="odpscmd -e"; $SQL "select * from a"', 'reads a'],
  ['if x; then CLI=/a/odpscmd; else CLI=/b/odpscmd; fi\n$CLI -e "select * from a"', 'reads a'],
  // What is no client, and what is one or the other.
  ['$RUNNER -e "select * from a"', 'faults 1'],
  ['ODPSCMD="echo odpscmd"; $ODPSCMD -e "select * from a"', ''],
  ['ODPSCMD=/opt/run.sh; $ODPSCMD -e "select * from a"', 'faults 1'],
  ['$ODPSCMD_HOME -e "select * from a"', 'faults 1'],
  ['echo $ODPSCMD -e "select * from a"', ''],
  ["'$ODPS'CMD -e 'select * from a'", 'faults 1'],
  ['if x; then CLI=odpscmd; else CLI=hive; fi\n$CLI -e "select * from a"', 'faults 1'],
  ['CLI=odpscmd\nx && CLI=echo\n$CLI -e "select * from a"\nodpscmd -e "select * from b"', 'reads b; faults 1'],
]

/** SQL that a client reads: here-documents, texts behind `<<<`, and what `echo`, `printf` and `cat` give it. */
const clientInputCases: readonly SqlCase[] = [
  ['odpscmd <<EOF\ninsert overwrite table a\nselect * from b;\nEOF\necho from c', 'reads b; writes a'],
  ["odpscmd --project=retail <<'EOF'\nselect * from a where x = '$y' and z = \"it's\"\nEOF", 'reads retail.a'],
  ['odpscmd <<-EOF\n\tselect *\n\tfrom a;\n\tEOF\nodpscmd -e "select * from b"', 'reads a b'],
  ['odpscmd <<-"END OF"\n\tselect * from a\n\tEND OF', 'reads a'],
  ['odpscmd <<\\EOF\nselect * from a where x = `y`\nEOF', 'reads a'],
  ['odpscmd -f - <<EOF\nselect * from a;\nselect * from b;\nEOF', 'reads a b'],
  ['odpscmd -f /dev/stdin <<EOF > out.txt 2>&1\nselect * from a\nEOF', 'reads a'],
  ['odpscmd <<EOF | tail -1 && odpscmd -e "select * from b"\nselect * from a\nEOF', 'reads a b'],
  ["odpscmd <<EOF\nselect * from a where ds = '${day}' and h = '$(date +%H)' and x = \"y\"\nEOF", 'reads a'],
  ['n=$(odpscmd <<EOF\nselect count(*) from a\nEOF\n)', 'reads a'],
  ['odpscmd <<A; odpscmd <<B\nselect * from a\nA\nselect * from b\nB', 'reads a b'],
  ['cat <<EOF | odpscmd\nselect * from a\nEOF', 'reads a'],
  ['odpscmd <<< "select * from a"', 'reads a'],
  ['odpscmd <<<\'select * from a where x = "y"\'', 'reads a'],
  ['echo "select * from a;" | odpscmd', 'reads a'],
  ['echo -e "select *\\nfrom a" | odpscmd -f -', 'reads a'],
  ['echo select x from a | odpscmd', 'reads a'],
  ["printf 'insert into t\\nselect * from %s;\\n' a b | /opt/odpscmd/bin/odpscmd", 'reads a b; writes t'],
  ["printf '%s' \"select * from a where x like '50%'\" |\n  odpscmd", 'reads a'],
  // A command inside of a here-document runs before it.
  ['cat <<EOF >x.txt\n$(odpscmd -e "select * from a")\nEOF', 'reads a'],
  // What is put in as a whole, stands in a file, or is made by another command.
  ['odpscmd <<EOF\n$sql\nEOF', ''],
  ['odpscmd <<EOF\n$(cat x.sql)\nEOF', ''],
  ['odpscmd < x.sql', ''],
  ['cat x.sql | odpscmd', ''],
  ["printf '%d' 'select 1 from a' | odpscmd", 'faults 1'],
  ["echo 'select * from X' | sed 's/X/a/' | odpscmd", 'faults 1'],
  ['echo "$sql" | odpscmd', ''],
  // What no client reads.
  ["cat <<EOF\nselect * from a\nEOF\nodpscmd -e 'select * from b'", 'reads b'],
  ["odpscmd -e 'select * from b' <<EOF\nselect * from a\nEOF", 'reads b'],
  ['odpscmd -f x.sql <<EOF\nselect * from a\nEOF', ''],
  ['odpscmd 3<<EOF\nselect * from a\nEOF', ''],
  ['echo "select * from a" || odpscmd', ''],
  ['echo "select * from a"; odpscmd', ''],
  ['echo "select * from a" | odpscmd <<EOF\nselect * from b\nEOF', 'reads b'],
  ["cat <<'EOF' >x.txt\n$(odpscmd -e 'select * from a')\nEOF", ''],
  ['odpscmd <<EOF\nselct * from a\nEOF', 'faults 1'],
  ['odpscmd <<EOF\nselect * from a where x = ${y\nEOF\nodpscmd -e "select * from b"', 'reads b; faults 1'],
]

/** Only the word in the place of the program is a client. */
const clientPlaceCases: readonly SqlCase[] = [
  ['sudo -u admin odpscmd -e "select * from a"', 'reads a'],
  ['env -u X Y=1 /opt/odpscmd -e "select * from a"', 'reads a'],
  ['LANG=C TZ=UTC odpscmd -e "select * from a"', 'reads a'],
  ['nohup time -p odpscmd -e "select * from a" &', 'reads a'],
  ['exec odpscmd -e "select * from a"', 'reads a'],
  ['timeout -k 5 60 nice -n 10 odpscmd -e "select * from a"', 'reads a'],
  ['flock -n /tmp/x.lock odpscmd -e "select * from a"', 'reads a'],
  ['cat days | xargs -n 1 odpscmd -e "select * from a"', 'reads a'],
  ['! odpscmd -e "select * from a" || exit 1', 'reads a'],
  ['x & odpscmd -e "select * from a" | y', 'reads a'],
  ['while odpscmd -e "select * from a"; do (odpscmd -e "select * from b"); done', 'reads a b'],
  ['case $x in\n  a) odpscmd -e "select * from a" ;;\nesac', 'reads a'],
  ['run() { odpscmd -e "select * from a"; }; run', 'reads a'],
  ['function run { odpscmd -e "select * from a"; }; run', 'reads a'],
  ['>out.txt 2>>err.txt odpscmd -e "select * from a"', 'reads a'],
  ['odpscmd -e "select * from a" &>out.txt; odpscmd -e "select * from b" >|x', 'reads a b'],
  ['diff <(odpscmd -e "select * from a") <(odpscmd -e "select * from b")', 'reads a b'],
  // Words that are given to other programs.
  ['install.sh /opt/odpscmd -e "select * from a"', 'faults 1'],
  ['sudo install -m 755 odpscmd -e "select * from a"', ''],
  ['timeout odpscmd -e "select * from a"', ''],
  ['command -v odpscmd -e "select * from a"', ''],
  ['test -x odpscmd -e "select * from a"', ''],
  ['ls >odpscmd -e "select * from a"', ''],
  ['for x in odpscmd -e "select * from a"; do y; done', ''],
  ['myodpscmd -e "select * from a"; odpscmd2 -e "select * from a"', 'faults 2'],
  ['X=odpscmd -e "select * from a"', ''],
  ['# odpscmd <<EOF\nselect * from a\nEOF', ''],
]

/** What the shell itself refuses runs nothing. */
const refusedShellCases: readonly SqlCase[] = [
  ['odpscmd -e "select * from a', 'faults 1'],
  ["odpscmd -e 'select * from a", 'faults 1'],
  ["odpscmd -e $'select * from a", 'faults 1'],
  ['odpscmd -e "select * from a\nodpscmd -e "select * from b"', 'faults 1'],
  ['n=$(odpscmd -e "select * from a"', 'faults 1'],
  ['n=`odpscmd -e "select * from a"', 'faults 1'],
  ['(odpscmd -e "select * from a"', 'faults 1'],
  ['x=${y; odpscmd -e "select * from a"', 'faults 1'],
  ['odpscmd -e "select * from a"; echo "x', 'faults 1'],
  ['if x; then\n  odpscmd -e "select * from a"\n  echo "x\nfi', 'faults 1'],
  ['odpscmd -e "select * from a" &&\n  echo "x', 'faults 1'],
  // The shell has run the lines before.
  ['odpscmd -e "select * from b"\nodpscmd -e "select * from a', 'reads b; faults 1'],
  ['if x; then\n  odpscmd -e "select * from b"\nfi\nodpscmd -e "select * from a', 'reads b; faults 1'],
  ['for x in y; do odpscmd -e "select * from b"; done\nodpscmd -e "select * from a', 'reads b; faults 1'],
  // What concerns no client, and what does end.
  ['odpscmd -e "select * from b"\necho "it\'s', 'reads b'],
  ['odpscmd -e "select * from b" # it\'s "x', 'reads b'],
  ["odpscmd -e 'select * from b'\\'", 'faults 1'],
  ['echo \\"; odpscmd -e "select * from b"', 'reads b'],
]

/** Clients of other engines: names of tables are written as theirs. */
const otherClientCases: readonly SqlCase[] = [
  ['hive -e "insert overwrite table a select * from b"', 'reads hive:b; writes hive:a'],
  ["hive -S --hiveconf x=y -e 'select * from a' | hive -f x.sql", 'reads hive:a'],
  ['hive <<EOF\nuse shop;\nselect * from a;\nquit;\nEOF', 'reads hive:shop.a'],
  [
    'beeline -u "jdbc:hive2://h:10000/x;ssl=true" -n me -e "select * from a" -e "select * from b"',
    'reads hive:x.a hive:x.b',
  ],
  ['$BEELINE -u $url -e "select * from a"', 'reads hive:a'],
  ['beeline -u jdbc:mysql://h/x -e "select * from a"', 'faults 1'],
  ['spark-sql --master yarn -e "select * from a"', 'reads spark:a'],
  ['$SPARK_HOME/bin/spark-sql -f x.sql', ''],
  [
    '$SPARK_SQL -e "create or replace temporary view v as select * from a; insert into t select * from v"',
    'reads spark:a; writes spark:t',
  ],
  ['presto --server h --catalog hive --execute "select * from a"', 'reads trino:a'],
  ['trino --execute=\'select * from hive.x."A"\'', 'reads trino:hive.x.a'],
  ['trino-cli -f - <<EOF\nselect * from a\nEOF', 'reads trino:a'],
  ['trino -e "select * from a"', 'faults 1'],
  ['mysql -uroot -p"$P" shop -e "insert into T select * from A"', 'reads mysql:shop.A; writes mysql:shop.T'],
  ['mysql -h h -Nse "select * from a" --execute="select * from b"', 'reads mysql:a mysql:b'],
  ['mysql -f shop <<EOF\nselect * from a # x\nEOF', 'reads mysql:shop.a'],
  ['mysql shop < x.sql; mysqldump shop -e "select * from a"', 'faults 1'],
  ['psql -h h -d shop -c "insert into T select * from \\"A\\""', 'reads postgresql:A; writes postgresql:t'],
  ['PGPASSWORD=x psql -tAc "select * from a" --command="select * from b"', 'reads postgresql:a postgresql:b'],
  ['psql -h x-cn-shanghai.hologres.aliyuncs.com -p 80 -c "select * from a"', 'reads hologres:a'],
  ['PGHOST=x-cn-shanghai.hologres.aliyuncs.com psql <<EOF\nselect * from a\nEOF', 'reads hologres:a'],
  ['psql "host=x.hologres.aliyuncs.com port=80 dbname=shop" -c "select * from a"', 'reads hologres:a'],
  [
    'psql postgresql://h/shop?sslmode=require -c "select * from a where h = \'x.hologres.aliyuncs.com\'"',
    'reads postgresql:a',
  ],
  ['psql -h h -d "$DB" -c "select * from a where ds = \'$1\'"', 'reads postgresql:a'],
  ['psql -f x.sql -v e=1; psql -l', ''],
  // Which engine it is, only the host says.
  ['psql -h "$HOST" -c "select * from a"', 'faults 1'],
  ['psql "postgresql://me@${HOST}/shop" -c "select * from a"', 'faults 1'],
  // An engine whose SQL is not read is told of, and not guessed.
  ['clickhouse-client --query "select * from a"', 'faults 1'],
  ['impala-shell -q "select * from a"; odpscmd -e "select * from b"', 'reads b; faults 1'],
  ['duckdb x.db <<EOF\nselect * from a\nEOF', 'faults 1'],
  ['clickhouse-client --version; duckdb', ''],
  ['echo hive -e "select * from a"; mysqladmin -e "select * from a"; xhive -e "select * from a"', 'faults 2'],
  // A table of one engine is none of another.
  ['odpscmd -e "select * from a"; hive -e "select * from a"', 'reads a hive:a'],
]

/** The project or database that a client is told of is where names without one are. Source: the manual of each client. */
const clientDatabaseCases: readonly SqlCase[] = [
  ['odpscmd --project=Retail -e "insert into a select * from x.b"', 'reads x.b; writes retail.a'],
  ['odpscmd --project retail -u i -p k -e "select * from a; use shop; select * from b"', 'reads retail.a shop.b'],
  ['odpscmd --project=$P -e "select * from a"', 'reads ${P}.a'],
  ['odpscmd --project= -e "select * from a"', 'reads a'],
  ['odpscmd --project=one -e "select * from a"; odpscmd -e "select * from a"', 'reads one.a a'],
  ['hive --database Lake -e "select * from a join x.b on true"', 'reads hive:lake.a hive:x.b'],
  ['hive --hiveconf database=x -e "select * from a"', 'reads hive:a'],
  ['spark-sql --database=lake -e "select * from a"', 'reads spark:lake.a'],
  ['beeline -u "jdbc:hive2://h1:1,h2:1/lake;user=x?y=z" -e "select * from a"', 'reads hive:lake.a'],
  ['beeline -u jdbc:hive2://h:10000/ -e "select * from a"', 'reads hive:a'],
  ['beeline -u jdbc:hive2://h:10000 -e "select * from a"', 'reads hive:a'],
  ['trino --catalog hive --schema lake --execute "select * from a"', 'reads trino:hive.lake.a'],
  ['trino --schema=lake --execute "select * from a"', 'reads trino:lake.a'],
  ['mysql -h h -P 3306 -u me -pX Shop -e "select * from a"', 'reads mysql:Shop.a'],
  ['mysql -D shop -Ne "select * from a"', 'reads mysql:shop.a'],
  ['mysql -Dshop -e "select * from a"', 'reads mysql:shop.a'],
  ['mysql --database=shop --execute "select * from a"', 'reads mysql:shop.a'],
  ['mysql --host h --user me -e "select * from a" "$DB"', 'reads mysql:${DB}.a'],
  ['mysql --ssl-ca ca.pem -e "select * from a"', 'reads mysql:a'],
  ['mysql --ssl-mode REQUIRED shop -e "select * from a"', 'reads mysql:shop.a'],
  ['echo "select * from a" | mysql shop', 'reads mysql:shop.a'],
  // Names of PostgreSQL have a schema where others have a database.
  ['psql -d shop -c "select * from a"', 'reads postgresql:a'],
]

/** All of these. */
export const shellClientCases: readonly SqlCase[] = [
  shellFlowCases,
  shellFunctionCases,
  shellOptionCases,
  shellProgramCases,
  clientVariableCases,
  clientInputCases,
  clientPlaceCases,
  refusedShellCases,
  otherClientCases,
  clientDatabaseCases,
].flat()
