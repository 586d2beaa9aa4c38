import type { SqlCase } from './sql-case.ts'

/** Shell code in the words of a command, and programs that others run. */
const nestedCodeCases: readonly SqlCase[] = [
  ['bash -c "odpscmd -e \'select * from a\'"', 'reads a'],
  ['sh -c \'odpscmd -e "select * from $t"\'', 'reads ${t}'],
  [
    '/bin/bash -lc \'cd x && odpscmd --project=shop -e "insert into t select * from a"\'',
    'reads shop.a; writes shop.t',
  ],
  ['bash -x -o pipefail -c \'odpscmd -e "select * from a"\' name odpscmd', 'reads a'],
  ['CLI="odpscmd --project=shop"; bash -c "$CLI -e \'select * from a\'"', 'reads shop.a'],
  ['timeout 60 bash -c \'odpscmd -e "select * from a"\'', 'reads a'],
  ['n=$(bash -c \'odpscmd -e "select * from a"\')', 'reads a'],
  ['eval "odpscmd -e \'select * from a\'"', 'reads a'],
  ['eval odpscmd -e "\'select * from a\'"', 'reads a'],
  ['bash <<EOF\nodpscmd -e "select * from a"\nEOF', 'reads a'],
  ["bash -s x <<'EOF'\nodpscmd <<X\nselect * from a\nX\nEOF", 'reads a'],
  ['echo \'odpscmd -e "select * from a"\' | sh', 'reads a'],
  ['bash -c "bash -c \\"odpscmd -e \'select * from a\'\\""', 'reads a'],
  ['bash -c odpscmd <<EOF\nselect * from a\nEOF', 'reads a'],
  ['trap \'odpscmd -e "drop table a"\' EXIT', 'drops a'],
  ['ssh host \'odpscmd -e "select * from a"\'', 'reads a'],
  ['ssh -p 22 -o StrictHostKeyChecking=no me@host "cd x; /opt/odpscmd -e \'select * from a\'"', 'reads a'],
  ['ssh -tt host -p 22 odpscmd <<EOF\nselect * from a\nEOF', 'reads a'],
  ['ssh host <<EOF\nodpscmd -e "select * from a"\nEOF', 'reads a'],
  ['sshpass -p x ssh host \'odpscmd -e "select * from a"\'', 'reads a'],
  ['ssh host bash -s <<EOF\nodpscmd -e "select * from a"\nEOF', 'reads a'],
  ['su - admin -c \'odpscmd -e "select * from a"\'', 'reads a'],
  ["runuser -u admin -- odpscmd -e 'select * from a'", 'reads a'],
  ['docker exec -it -e X=y box odpscmd -e "select * from a"', 'reads a'],
  ['docker exec box bash -c "odpscmd -e \'select * from a\'"', 'reads a'],
  ['docker exec -i box odpscmd <<EOF\nselect * from a\nEOF', 'reads a'],
  ['docker compose -f x.yml exec -T box mysql shop -e "select * from a"', 'reads mysql:shop.a'],
  ['docker run --rm -v /a:/b -i image odpscmd -e "select * from a"', 'reads a'],
  ['docker run --rm --entrypoint odpscmd image -e "select * from a"', 'reads a'],
  ['kubectl exec -n data pod -c box -- odpscmd -e "select * from a"', 'reads a'],
  ['kubectl -n data exec pod -- sh -c \'odpscmd -e "select * from a"\'', 'reads a'],
  ["find . -name x | xargs -I{} odpscmd -e 'insert into {} select * from a'", 'reads a; writes ${xargs}'],
  ['cat days | xargs -I T sh -c \'odpscmd -e "insert into t select * from T"\'', 'reads ${xargs}; writes t'],
  // What a shell does not run, or makes something else of.
  ['bash -n -c \'odpscmd -e "select * from a"\'', ''],
  ['bash x.sh -c \'odpscmd -e "select * from a"\'', 'faults 1'],
  ['echo bash -c \'odpscmd -e "select * from a"\'', ''],
  ['ssh -N host \'odpscmd -e "select * from a"\'', ''],
  ['ssh host odpscmd -e "select * from a"', 'faults 1'],
  ['docker exec box odpscmd <<EOF\nselect * from a\nEOF', ''],
  ['kubectl exec pod -- odpscmd <<EOF\nselect * from a\nEOF', ''],
  ['ssh -n host odpscmd <<EOF\nselect * from a\nEOF', ''],
  ['bash -c "odpscmd -e \\"select * from a\\""; bash -c \'odpscmd -e "select * from b\'', 'reads a; faults 1'],
  ['SSH="ssh host"; $SSH "odpscmd -e \'select * from a\'"', 'reads a'],
  ['bash -c "$cmd"; eval "$cmd"; ssh host "$cmd"', ''],
]

/** What groups of commands are given to read, and what they show. */
const groupCases: readonly SqlCase[] = [
  ['{ odpscmd; } <<EOF\nselect * from a\nEOF', 'reads a'],
  ['(cd x; odpscmd --project=shop) <<EOF\nselect * from a\nEOF', 'reads shop.a'],
  ['if true; then odpscmd; fi <<EOF\nselect * from a\nEOF', 'reads a'],
  ['for x in 1; do echo $x; odpscmd; done <<EOF\nselect * from a\nEOF', 'reads a'],
  ['echo "select * from a" | { odpscmd; }', 'reads a'],
  ['echo "select * from a" | (cd x && odpscmd)', 'reads a'],
  ['cat <<EOF | while true; do odpscmd; break; done\nselect * from a\nEOF', 'reads a'],
  ['(echo "set x=1;"; echo "select * from a;") | odpscmd', 'reads a'],
  ['{ echo "insert into t"; cat <<EOF\nselect * from a;\nEOF\n} | odpscmd', 'reads a; writes t'],
  ['{ x=1; echo "select *"; printf "from a"; } | odpscmd', 'reads a'],
  ['( (echo "select *"; echo "from a") ) |\n odpscmd', 'reads a'],
  ['echo "select * from a" | tee x.sql | odpscmd', 'reads a'],
  ['echo "select * from a" | cat | odpscmd', 'reads a'],
  // Which command reads, or what it is given, is not known.
  ['{ odpscmd -e "select * from b"; odpscmd; odpscmd; } <<EOF\nselect * from a\nEOF', 'reads a b'],
  ['{ ./x.sh; odpscmd; } <<EOF\nselect * from a\nEOF', 'faults 1'],
  ['while read x; do odpscmd -e "$x"; done <<EOF\nselect * from a\nEOF', 'faults 1'],
  ['while read x; do odpscmd -e "select * from a where d = $x"; done <<EOF\n20240101\nEOF', 'reads a'],
  ['for x in 1 2; do echo "select * from a;"; done | odpscmd', 'faults 1'],
  ['if x; then echo "select * from a"; else echo "select * from b"; fi | odpscmd', 'faults 1'],
  ['(echo "select * from a" || echo "select * from b") | odpscmd', 'faults 1'],
  ['(echo "select * from a"; ./x.sh) | odpscmd', 'faults 1'],
  ['(cat a.sql; cat b.sql) | odpscmd', ''],
  // What goes elsewhere.
  ['echo "select * from a" >x.sql | odpscmd', ''],
  ['echo "select * from a" >&2 | odpscmd', ''],
  ['echo "select * from a" 2>/dev/null | odpscmd', 'reads a'],
  ['(echo "select * from b" >&2; echo "select * from a") | odpscmd', 'reads a'],
  ['{ cat >x.sql; } <<EOF\nselect * from a\nEOF', ''],
  ['(odpscmd; echo "select * from a") | cat', ''],
]

/** SQL that a variable holds, which a client is given as a whole. */
const variableTextCases: readonly SqlCase[] = [
  ['sql="insert into t select * from a"\nodpscmd -e "$sql"', 'reads a; writes t'],
  ['SQL="\nselect * from a where ds = \'$1\';\n"; odpscmd --project=shop -e "${SQL}"', 'reads shop.a'],
  ['export sql="select * from a"; echo "$sql" | odpscmd; odpscmd <<< "$sql"', 'reads a'],
  ['run() { local sql="select * from a"; odpscmd -e "$sql;"; }', 'reads a'],
  ['sql="select * from a"; hive -e "$sql"; odpscmd -e "$sql"', 'reads hive:a a'],
  ['sql="select * from a"; bash -c "odpscmd -e \\"$sql\\""', 'reads a'],
  ['if x; then sql="select * from a"; fi\nodpscmd <<EOF\n$sql\nEOF', 'reads a'],
  // Which text it is, is not known.
  ['sql="select * from a"; sql="$sql where x = 1"; odpscmd -e "$sql"', 'faults 1'],
  ['sql="select * from a"; sql+=" where x = 1"; odpscmd -e "$sql"', 'faults 1'],
  ['if x; then sql="select * from a"; else sql="select * from b"; fi; odpscmd -e "$sql"', 'faults 1'],
  ['for sql in "select * from a" "select * from b"; do odpscmd -e "$sql"; done', 'faults 1'],
  ['sql="select * from a"; read sql; odpscmd -e "$sql"', 'faults 1'],
  // What is no SQL of the code, or is not run.
  ['sql=$1; odpscmd -e "$sql"', ''],
  ['sql=$(cat x.sql); odpscmd -e "$sql"', ''],
  ['sql="select * from a"; echo "$sql"', ''],
  ['sql="select * from a" odpscmd -e "$sql"', ''],
  ["sql='select * from a'; odpscmd -e '$sql'", ''],
  ['odpscmd -e "$sql"; sql="select * from a"', ''],
]

/** SQL that something is given of which it is not known what it does with it. */
const unknownProgramCases: readonly SqlCase[] = [
  ['run_sql() { odpscmd -e "$1"; }\nrun_sql "insert into t select * from a"', 'faults 1'],
  ['function run_sql { odpscmd -e "$1"; }\nrun_sql "insert into t select * from a"', 'faults 1'],
  ['. ./lib.sh; run_sql "insert into t select * from a"; run_sql x', 'faults 1'],
  ['run_sql <<EOF\n-- x\ninsert into t select * from a\nEOF', 'faults 1'],
  ['alias o="odpscmd --project=x"\no -e "select * from a"', 'faults 1'],
  ['odpscmd() { /opt/odpscmd --project=x "$@"; }\nodpscmd -e "select * from a"', 'faults 1'],
  ['watch "odpscmd -e \'select * from a\'"', 'faults 1'],
  ['parallel odpscmd -e ::: "select * from a" "select * from b"', 'faults 1'],
  ['args=(odpscmd -e "select * from a")\n"${args[@]}"', 'faults 1'],
  ['find . -exec odpscmd -e "select * from a" \\;', 'faults 1'],
  ['kubectl exec pod odpscmd -e "select * from a"', 'faults 1'],
  // What only shows or keeps it.
  ['echo "insert into t select * from a"; logger "insert into t select * from a"', ''],
  ['sql="insert into t select * from a"; export sql', ''],
  ['cat >x.sql <<EOF\nselect * from a\nEOF', ''],
  ['grep -q "select * from a" x.sql && [ "$x" = "select * from a" ]', ''],
  ['run_sql "select the best"; send "insert coin"', ''],
  ['x=(a b)\nodpscmd -e "select * from a"', 'reads a'],
]

/** All of these. */
export const shellProgramCases: readonly SqlCase[] = [
  nestedCodeCases,
  groupCases,
  variableTextCases,
  unknownProgramCases,
].flat()
