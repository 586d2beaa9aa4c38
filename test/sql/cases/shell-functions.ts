import type { SqlCase } from './sql-case.ts'

// What runs, and what does not, was seen with bash 5.2 and clients that write down what they are given.

/** Functions, and what they are given. */
const functionCases: readonly SqlCase[] = [
  ['run_sql() { odpscmd -e "$1"; }\nrun_sql "insert into t select * from a"', 'reads a; writes t'],
  ['function run_sql { odpscmd -e "$1"; }\nrun_sql "select * from a"; run_sql "select * from b"', 'reads a b'],
  ['run_sql() { odpscmd --project=shop -e "$@"; }\nrun_sql "select * from a"', 'reads shop.a'],
  ['run_sql() { odpscmd -e "$*"; }\nrun_sql select x from a', 'reads a'],
  ['run() { echo "+ $*"; "$@" || exit 1; }\nrun odpscmd -e "select * from a"', 'reads a'],
  ['run() { local sql="$1"; shift; odpscmd -e "$sql" "$@"; }\nrun "select * from a" -v', 'reads a'],
  ['run() { odpscmd -e "insert into ${1:-t} select * from $2"; }\nrun "" a; run u b', 'reads a b; writes t u'],
  ['odpscmd() { command odpscmd --project=x "$@"; }\nodpscmd -e "select * from a"', 'reads x.a'],
  ['run() { odpscmd; }; run <<EOF\nselect * from a\nEOF\necho "select * from b" | run', 'reads a b'],
  ['run() { while read -r sql; do odpscmd -e "$sql"; done; }; echo "select * from a" | run', 'reads a'],
  [
    'main() { one; two; }\none() { odpscmd -e "select * from a"; }\ntwo() { hive -e "select * from a"; }\nmain "$@"',
    'reads a hive:a',
  ],
  [
    'run() { case "$1" in one) odpscmd -e "select * from a";; two) odpscmd -e "select * from b";; esac; }; run one',
    'reads a',
  ],
  ['(run() { odpscmd -e "$1"; }; run "select * from a"); { go() { run "$1"; }; }', 'reads a'],
  [
    'if x; then run() { odpscmd -e "select * from a"; }; else run() { odpscmd -e "select * from b"; }; fi; run',
    'reads a b',
  ],
  ['set -- "select * from a"; odpscmd -e "$1"', 'reads a'],
  [
    'bash -c \'odpscmd -e "$1"\' x "select * from a"; bash -s "select * from b" <<\'EOF\'\nodpscmd -e "$1"\nEOF',
    'reads a b',
  ],
  ['args=(-e "select * from a"); odpscmd "${args[@]}"', 'reads a'],
  ['args=(odpscmd -e "select * from a")\n"${args[@]}"', 'reads a'],
  ['step1() { odpscmd -e "select * from a"; }\nfor x in 1 2; do step$x; done', 'reads a'],
  ['run() { odpscmd -e "select * from a"; }; export -f run; bash -c run', 'reads a'],
  // What shows SQL to a client.
  ['sql() { echo "select * from a"; }\nsql | odpscmd; hive -e "$(sql)"', 'reads a hive:a'],
  [
    'sql() { cat <<EOF\ninsert into t select * from $1\nEOF\n}\nsql a | odpscmd; sql b > x.sql; odpscmd -f x.sql',
    'reads a b; writes t',
  ],
  ['sql() { echo "select * from a"; return 0; }\nsql | odpscmd', 'reads a'],
  ['sql() { local x="select * from a"; echo "$x"; }\nsql | odpscmd', 'faults 1'],
  ['sql() { if x; then echo "select * from a"; fi; }\nsql | odpscmd', 'faults 1'],
  ['(run() { odpscmd -e "$1"; }; run "select * from a"); run "select * from b"', 'reads a; faults 1'],
  // What nothing calls.
  ['run() { odpscmd -e "select * from a"; }\nodpscmd -e "select * from b"', 'reads b'],
  ['one() { odpscmd -e "select * from a"; }\ntwo() { one; }\nodpscmd -e "select * from b"', 'reads b'],
  ['one() { odpscmd -e "select * from a"; }\nexit\none', ''],
  ['one() { odpscmd -e "select * from a"; }\n"$1"', 'reads a'],
  ['log() { echo "$1"; }\nlog "insert into t select * from a"', ''],
  // What calls itself.
  ['run() { odpscmd -e "$1"; run "$1"; }\nrun "select * from a"', 'reads a'],
  ['run() { run "$1 "; }\nrun "select * from a"', 'faults 1'],
  // What the shell parts at blanks is no text any more.
  ['run() { odpscmd -e $1; }\nrun "select * from a"', 'faults 1'],
]

/** Shells that read their code, and programs whose words are SQL. */
const readCodeCases: readonly SqlCase[] = [
  ['sudo -i <<EOF\nodpscmd -e "select * from a"\nEOF', 'reads a'],
  ['sudo -iu hadoop <<EOF\nodpscmd -e "select * from a"\nEOF', 'reads a'],
  ['sudo -u hadoop bash <<EOF\nodpscmd -e "select * from a"\nEOF', 'reads a'],
  ['sudo -u hadoop -s -- odpscmd -e "select * from a"', 'reads a'],
  ['sudo -u hadoop <<EOF\nodpscmd -e "select * from a"\nEOF', ''],
  ['source /dev/stdin <<EOF\nodpscmd -e "select * from a"\nEOF', 'reads a'],
  ['. <(echo \'odpscmd -e "select * from a"\'); bash <(echo \'hive -e "select * from a"\')', 'reads a hive:a'],
  ["mysql < <(printf 'select * from a'); odpscmd -f <(cat <<EOF\nselect * from b\nEOF\n)", 'reads mysql:a b'],
  ['echo "select * from a" | tee >(odpscmd) >/dev/null; echo "select * from b" > >(hive)', 'reads a hive:b'],
  ['exec < <(echo "select * from a"); odpscmd', 'reads a'],
  ['cmd=\'odpscmd -e "select * from a"\'; eval "$cmd"; eval $cmd', 'reads a'],
  ['cmd="odpscmd -e \'select * from a\'"; bash -c "$cmd"', 'reads a'],
  ['if x; then cmd="odpscmd -e \'select * from a\'"; fi; y && read cmd; eval "$cmd"', 'reads a; faults 1'],
  ['printf -v sql "%s" "select * from a"; odpscmd -e "$sql"', 'reads a'],
  ['x="select *"; y="from a join b"; odpscmd -e "$x $y"', 'reads a b'],
  [`a="select * from a; "; ${'a="$a$a"; '.repeat(20)} odpscmd -e "$a"`, 'faults 1'],
  ['m[1]="select * from a"; odpscmd -e "${m[1]}"', 'faults 1'],
  ['sql="select * from a;"; odpscmd -e "${sql%;}"', 'faults 1'],
  ['echo "select * from a" | xargs -I{} odpscmd -e "{}"', 'faults 1'],
  ['awk \'BEGIN { print "select * from a" }\' | odpscmd', 'faults 1'],
  ['while read -r x; do odpscmd; done <<EOF\nx\nselect * from a\nEOF', 'faults 1'],
  [
    'odpscmd -e "select * from a" | hive -e "select * from b"; odpscmd -e "select * from c" | mysql',
    'reads a hive:b c',
  ],
  // Python: what PyODPS runs is read.
  ['python3 -c \'o.execute_sql("select * from a")\'', 'reads a'],
  [
    'python3 - <<EOF\nfor x in y:\n    o.run_sql("""\n    insert into t select * from a\n    """)\nEOF',
    'reads a; writes t',
  ],
  ['python3 -c \'cursor.execute("insert into t select * from a")\'', 'faults 1'],
  ["python3 <<'EOF'\nos.system(\"odpscmd -e 'select * from a'\")\nEOF", 'faults 1'],
  ["python3 -c 'print(1)'; python3 -m x; python3 x.py", ''],
  ['perl -e \'system("odpscmd", "-e", "select * from a")\'', 'faults 1'],
]

/** Files that the code writes, and what it does with them. */
const fileCases: readonly SqlCase[] = [
  ['cat > /tmp/q.sql <<EOF\nselect * from a\nEOF\nodpscmd -f /tmp/q.sql', 'reads a'],
  [
    'cat > q.sql <<EOF\nselect * from a\nEOF\nodpscmd < ./q.sql; cat q.sql | hive; mysql -e "$(cat q.sql)"',
    'reads a hive:a mysql:a',
  ],
  ['echo "select * from a;" > q.sql; echo "select * from b;" >> q.sql; odpscmd -f q.sql', 'reads a b'],
  ['echo "select * from a" > q.sql; echo "select * from b" > q.sql; odpscmd -f q.sql', 'reads b'],
  ['tee q.sql <<EOF\nselect * from a\nEOF\nsql=$(<q.sql); odpscmd -e "$sql"', 'reads a'],
  ['{ echo "select *"; echo "from a"; } > q.sql; hive -f q.sql', 'reads hive:a'],
  ['f=$(mktemp); g=$(mktemp); echo "select * from a" > "$f"; echo "select * from b" > $g; odpscmd -f $f', 'reads a'],
  ['f=/tmp/q.sql; echo "select * from a" > "$f"; odpscmd -f /tmp/q.sql', 'reads a'],
  ['mkdir d; cd d; echo "select * from a" > q.sql; cd ..; odpscmd -f d/q.sql', 'reads a'],
  ['echo "select * from a;" > a.sql; mv a.sql b.sql; cat b.sql b.sql > c.sql; odpscmd -f c.sql', 'reads a'],
  ['echo \'odpscmd -e "select * from a"; return; odpscmd -e "select * from b"\' > q.sh; . ./q.sh', 'reads a'],
  ['echo \'odpscmd -e "select * from $1"\' > q.sh; bash q.sh a; chmod +x q.sh; ./q.sh b', 'reads a b'],
  ['echo \'run() { odpscmd -e "$1"; }\' > lib.sh; source lib.sh; run "select * from a"', 'reads a'],
  ['echo "o.execute_sql(\'select * from a\')" > q.py; python3 q.py', 'reads a'],
  ['if x; then echo "select * from a" > q.sql; else echo "select * from b" > q.sql; fi; odpscmd -f q.sql', 'reads a b'],
  ['(echo "select * from a" > q.sql); odpscmd -f q.sql', 'reads a'],
  ['(if x; then echo "select * from a" > q.sql; exit; fi); odpscmd -f q.sql', 'reads a'],
  ['echo ". b.sh" > a.sh; echo ". a.sh; odpscmd -e \'select * from a\'" > b.sh; false && . a.sh', ''],
  // Which text it is, is not known.
  ['echo "select * from a" > q.sql; sed -i s/a/b/ q.sql; odpscmd -f q.sql', 'faults 1'],
  ['echo "select * from a" > q.sql; sed s/a/b/ q.sql > r.sql; odpscmd -f r.sql', 'faults 1'],
  ['sed s/a/b/ > q.sql <<EOF\nselect * from a\nEOF\nodpscmd -f q.sql', 'faults 1'],
  ['echo "select * from a" > x/q.sql; odpscmd -f q.sql', 'faults 1'],
  ['echo "select * from a" > a.sql; for f in *.sql; do odpscmd -f "$f"; done', 'faults 1'],
  ['echo "select * from a" > q.sql; ./run.sh q.sql', 'faults 1'],
  ['echo \'odpscmd -e "select * from a"\' > q.sh; ./q.sh', 'faults 1'],
  // What the code does not run, or has not written.
  ['echo "select * from a" > q.sql; rm q.sql; odpscmd -f q.sql', ''],
  ['echo "select * from a" > q.sql; cat q.sql; wc -l q.sql; odpscmd -f other.sql', ''],
  ['odpscmd -e "select * from a" > out.txt; odpscmd -f out.txt', 'reads a'],
]

/** All of these. */
export const shellFunctionCases: readonly SqlCase[] = [functionCases, readCodeCases, fileCases].flat()
