import { tablesOf } from 'flowspec/sql'
import { describe, expect, test } from 'vitest'
import { flinkCases, mysqlCases, postgresCases, trinoCases } from './cases/databases.ts'
import { hiveCases, sparkCases } from './cases/hive-spark.ts'
import { maxComputeCases } from './cases/maxcompute.ts'
import { shellCases } from './cases/other-languages.ts'
import { shellClientCases } from './cases/shell-clients.ts'

const languages = ['maxcompute', 'hive', 'spark', 'postgresql', 'flink', 'mysql', 'trino', 'pyodps', 'shell'] as const
const all = [maxComputeCases, hiveCases, sparkCases, postgresCases, mysqlCases, trinoCases, flinkCases].flat()
const texts = [...all, ...shellClientCases, ...shellCases].map(([sql]) => sql)
const pieces = [...new Set(texts.flatMap((sql) => sql.split(/(\W)/)))]

/** 10,000 texts where one asks for them, else some hundred. */
const count = process.env['FLOWSPEC_THOROUGH'] === '1' ? 10_000 : 600

/** Numbers that look random and are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
}

/** SQL with pieces taken out, put in, repeated and exchanged. */
function mutated(seed: number): string {
  const next = numbers(seed + 1)
  let text = texts[next(texts.length)] ?? ''
  for (let left = 1 + next(4); left > 0; left -= 1) {
    const [from, to] = [next(text.length + 1), next(text.length + 1)].sort((one, other) => one - other)
    const piece = pieces[next(pieces.length)] ?? ''
    const changes = [
      () => text.slice(0, from) + text.slice(to),
      () => text.slice(0, from) + piece + text.slice(from),
      () => text.slice(0, to) + text.slice(from),
      () => `${text.slice(0, from)}${piece.repeat(1 + next(20))} ${text.slice(to)}`,
      () => `${text} ${texts[next(texts.length)] ?? ''}`,
    ]
    text = changes[next(changes.length)]?.() ?? text
  }
  return text
}

test(`${count} texts that are no SQL end in time, and what is found stands where it is said`, () => {
  for (let seed = 0; seed < count; seed += 1) {
    const sql = mutated(seed)
    const language = languages[seed % languages.length] ?? 'maxcompute'
    const begun = process.cpuUsage()
    const { reads, writes, creates, drops, faults } = tablesOf(sql, { language })
    expect(process.cpuUsage(begun).user, sql).toBeLessThan(2_000_000)
    const lines = sql.split('\n')
    for (const { line, column } of [...reads, ...writes, ...creates, ...drops, ...faults]) {
      expect(column, sql).toBeGreaterThanOrEqual(1)
      expect(column, sql).toBeLessThanOrEqual((lines[line - 1]?.length ?? -1) + 1)
    }
  }
})

const deep = 30_000
const hard: readonly (readonly [what: string, sql: string])[] = [
  ['brackets', `select ${'('.repeat(deep)}1${')'.repeat(deep)} from t`],
  ['brackets that do not close', `select ${'('.repeat(deep)} from t`],
  ['brackets behind from', `select * from ${'('.repeat(deep)}t${')'.repeat(deep)}`],
  ['queries', `${'select * from ('.repeat(deep)}select 1${') t'.repeat(deep)}`],
  ['queries in conditions', `${'select 1 from t where x in ('.repeat(deep)}1${')'.repeat(deep)}`],
  ['queries with names', `${'with a as ('.repeat(deep)}select 1${') select * from a'.repeat(deep)}`],
  ['inserts in queries', `${'with a as (insert into t '.repeat(deep)}`],
  ['case', `select ${'case when '.repeat(deep)}1${' then 1 end'.repeat(deep)} from t`],
  ['square brackets', `select ${'['.repeat(deep)}1${']'.repeat(deep)} from t`],
  ['functions', `select ${'f('.repeat(deep)}1${')'.repeat(deep)} from t`],
  ['transform in brackets', 'select transform('.repeat(20_000)],
  ['names', `select * from ${'a.'.repeat(deep)}b`],
  ['unions', `select 1 from t ${'union all select 1 from t '.repeat(deep)}`],
  ['joins', `select * from t ${'join t on 1 = 1 '.repeat(deep)}`],
  ['named queries', `with ${Array.from({ length: 3000 }, (_, at) => `a${at} as (select 1)`).join(', ')} select 1`],
  ['comments', '/*'.repeat(200_000)],
  ['dollars', '$a$ $b$ '.repeat(deep)],
  ['quotes', `${"'".repeat(449_999)}`],
  ['one word', 'a'.repeat(450_000)],
  ['one number', '1'.repeat(450_000)],
  ['placeholders', '${'.repeat(200_000)],
  ['placeholders without their ends', '$['.repeat(200_000)],
  ['operators', '+'.repeat(450_000)],
  ['semicolons', ';'.repeat(450_000)],
  ['commas', `select 1${',1'.repeat(200_000)}`],
  ['faults', 'x;'.repeat(200_000)],
  ['more than is read', 'select 1;'.repeat(250_000)],
]

const numbered = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n')

/** Shell code that opens what does not end, and what could be read again and again. */
const hardShell: readonly (readonly [what: string, code: string])[] = [
  ['here-documents that do not end', 'odpscmd <<A\n'.repeat(deep)],
  ['here-documents of one line', `odpscmd ${'<<A '.repeat(deep)}\n${'select 1 from t\n'.repeat(deep)}`],
  ['here-documents in one another', 'odpscmd <<A\n$('.repeat(deep)],
  ['here-documents with ends', 'odpscmd <<A\nselect 1 from t\nA\n'.repeat(10_000)],
  ['brackets in a here-document', `odpscmd <<A\n${'${'.repeat(deep)}\nA`],
  ['tabs in a here-document', `odpscmd <<-A\n${'\t'.repeat(400_000)}\nA`],
  ['commands in one another', `${'$(odpscmd -e "'.repeat(deep)}`],
  ['commands in one another that end', `${'$(echo '.repeat(deep)}${')'.repeat(deep)}`],
  ['backquotes', '`'.repeat(449_999)],
  ['pipes', `${'echo a |'.repeat(40_000)} odpscmd`],
  ['one text for many', `${'cat <<A |'.repeat(20_000)} odpscmd\n`],
  ['a text that is handed on', `cat <<A |${'cat |'.repeat(40_000)} odpscmd\nselect 1 from t\nA\n`],
  ['a format for many values', `printf '${'%s '.repeat(10_000)}' ${'a '.repeat(100_000)} | odpscmd`],
  ['a format that is used again', `printf '${'x'.repeat(100_000)}%s' ${'a '.repeat(100_000)} | odpscmd`],
  ['a variable that grows', 'ODPSCMD="$ODPSCMD -v"; $ODPSCMD -e x\n'.repeat(12_000)],
  ['brackets in a variable', `CLI="${'\\${'.repeat(140_000)}"`],
  ['words of a variable', `CLI="odpscmd ${'-v '.repeat(30_000)}"\n${'$CLI -e x\n'.repeat(20_000)}`],
  ['variables', 'ODPSCMD=$A; A=$ODPSCMD\n'.repeat(15_000)],
  ['programs before a program', 'sudo env nice time '.repeat(20_000)],
  ['signs of redirections', '<>'.repeat(200_000)],
  ['options', `mysql ${'-N'.repeat(10)}${'N'.repeat(400_000)}`],
  ['groups', '{ x; '.repeat(80_000)],
  ['groups that others read', `${'('.repeat(20_000)}echo a${')|odpscmd'.repeat(20_000)}`],
  ['code in code', `${'eval '.repeat(90_000)}x`],
  ['code for other shells', 'bash -c "x=1; $y"\n'.repeat(20_000)],
  ['a text that many take', `sql="select ${'a, '.repeat(30_000)} 1 from t"\n${'odpscmd -e "$sql"\n'.repeat(15_000)}`],
  ['texts of many variables', 'sql="select 1 from t"; odpscmd -e "$sql"; read sql\n'.repeat(8_000)],
  ['programs that run others', 'docker exec a '.repeat(30_000)],
  ['texts in whose place others stand', `xargs -I a sh -c "${'a '.repeat(200_000)}"`],
  ['programs that put texts into words', `${'xargs -I{} '.repeat(20_000)}odpscmd`],
  ['words that may be SQL', `run "odpscmd ${'select '.repeat(60_000)}"`],
  ['many options', `odpscmd ${'-e'.repeat(10)} ${'-e '.repeat(140_000)}`],
  [
    'functions',
    `${numbered(8000, (at) => `f${at}() { odpscmd -e "select 1 from t$1"; }`)}\n${numbered(8000, (at) => `f${at} a`)}`,
  ],
  ['functions that call many', `${numbered(200, (at) => `f${at}() { ${`f${at + 1}; f${at + 2}; `.repeat(15)} }`)}\nf0`],
  [
    'a function that is called often',
    `f() { odpscmd -e "$1"; }\n${numbered(12_000, (at) => `f "select 1 from t${at}"`)}`,
  ],
  ['a function that calls itself', 'f() { f "$1 x"; f "$1 y"; odpscmd -e "$1"; }\nf a\n'.repeat(2000)],
  [
    'functions that show others',
    `${numbered(100, (at) => `g${at}() { ${`g${at + 1}; `.repeat(20)} }`)}\n${'g0 | odpscmd\n'.repeat(100)}`,
  ],
  ['functions that nothing calls', numbered(12_000, (at) => `f${at}() { f${at + 1}; }`)],
  ['arguments that grow', 'set -- "$@" "$@" a; '.repeat(20_000)],
  ['values of a list that grow', `a=(b c); ${'a+=("${a[@]}"); '.repeat(20_000)}`],
  ['a text that doubles', `a="select 1 from t "; ${'a="$a$a"; '.repeat(30_000)} odpscmd -e "$a"`],
  ['files', numbered(8000, (at) => `echo "select 1 from t${at}" > f${at}.sql; odpscmd -f f${at}.sql`)],
  ['files that read one another', 'echo ". b; . b" > a; echo ". a; . a" > b; . a; bash a\n'.repeat(4000)],
  ['folders', 'cd a; echo x > b; '.repeat(20_000)],
  ['conditions in one another', `${'if x; then a=1; '.repeat(20_000)}${'fi; '.repeat(20_000)}`],
  ['loops in one another', `${'for i in a b; do a="select 1 from $a"; '.repeat(10_000)}${'done; '.repeat(10_000)}`],
  ['loops', 'for i in a b; do a="select 1 from $i"; odpscmd -e "$a"; done\n'.repeat(7000)],
  ['branches', `case x in ${numbered(20_000, (at) => `a${at}) b${at}=1;;`)} esac`],
  ['commands that are not reached', 'exit\n'.repeat(80_000)],
]

test.each(hardShell)('shell code ends within two seconds: %s', (_, code) => {
  const begun = process.cpuUsage()
  expect(tablesOf(code, { language: 'shell' }).writes).toEqual([])
  expect(process.cpuUsage(begun).user).toBeLessThan(2_000_000)
})

describe.each(['maxcompute', 'postgresql', 'pyodps', 'shell'] as const)(
  'hard texts in %s end within two seconds',
  (language) => {
    test.each(hard)('%s', (_, sql) => {
      const begun = process.cpuUsage()
      expect(tablesOf(sql, { language }).writes.length).toBeGreaterThanOrEqual(0)
      // What other programs of the machine take is no time of the reader.
      expect(process.cpuUsage(begun).user).toBeLessThan(2_000_000)
    })
  },
)
