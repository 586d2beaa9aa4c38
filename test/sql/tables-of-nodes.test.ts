import { odpsSql, project, shell } from 'flowspec'
import { deriveDependencies, lineage } from 'flowspec/sql'
import { describe, expect, test } from 'vitest'
import { edges, flow, sql } from './support/flows.ts'

/** What a node does with tables, in words. */
const used = (source: object): readonly string[] =>
  lineage(source).links.map(({ kind, table }) => `${kind} ${table.engine}.${table.name}`)

describe('parameters in names of tables', () => {
  const withValue = (value: string, code = 'insert into t select * from ods_${x}') => sql('n', code).param('x', value)

  test.each([
    ['dev', 'ods_dev'],
    ['DEV', 'ods_dev'],
    ['', 'ods_'],
    ['20240101', 'ods_20240101'],
    ['1d', 'ods_1d'],
    ['a.b', 'ods_a.b'],
    ['$bizdate', 'ods_$bizdate'],
    ['$[yyyymmdd-1]', 'ods_$[yyyymmdd-1]'],
    ['${yyyymmdd}', 'ods_${yyyymmdd}'],
  ])('the value %j is a part of the name', (value, name) => {
    expect(used(flow(withValue(value)))).toEqual(['writes odps.t', `reads odps.${name}`])
  })

  // The service puts the text in: what it stands for then is no name, and may be any SQL.
  test.each([
    ['(select * from src) q'],
    ['a; drop table z'],
    ['a b'],
    ['a,b'],
    ["a where k = '1'"],
    ['a -- all'],
    ['a/**/'],
    ["'a'"],
    ['${a}; drop table z'],
  ])('the value %j is no name, which is said, and nothing is guessed', (value) => {
    const given = flow(
      withValue(value, 'select 1 from b;\ninsert into t select * from ${x}'),
      sql('w', 'insert into z select 1'),
    )
    expect(used(given)).toEqual(['reads odps.b', 'writes odps.z'])
    const { faults, added } = deriveDependencies(given)
    expect(faults).toMatchObject([{ rule: 'code/unread-sql', node: 'n', line: 2, column: 29 }])
    expect(faults[0]?.message).toContain("the value of parameter 'x' is no name of a table")
    expect(faults[0]?.message).not.toContain(value)
    expect(added).toEqual([])
  })

  test.each([
    ['select * from a where ${x}', 'k in (select k from b)'],
    ['select * from a ${x}', 'join b on a.k = b.k'],
    ['select * from a where ds = ${x}', "max_pt('b')"],
  ])('SQL in a value at another place is said, too: %j with %j', (code, value) => {
    const { faults } = deriveDependencies(flow(withValue(value, code)))
    expect(faults).toMatchObject([{ node: 'n', line: 1, column: code.indexOf('$') + 1 }])
    expect(lineage(flow(withValue(value, code))).nodes).toMatchObject([{ isWhole: false }])
  })

  test.each([
    ["select * from a where ds = '${x}'", '$[yyyymmdd]'],
    ['select * from a where k > ${x}', '1 + 2'],
    ["select * from a where k = '${y}'", 'join b'],
  ])('a value that names no table is no fault: %j with %j', (code, value) => {
    expect(deriveDependencies(flow(withValue(value, code))).faults).toEqual([])
  })
})

describe('the language of a node whose document says it in another way', () => {
  const ofScript = (script: object) => ({
    version: '2.0.0',
    kind: 'CycleWorkflow',
    spec: {
      workflows: [
        { name: 'w', nodes: [{ name: 'n', script: { content: 'insert into t select * from s', ...script } }] },
      ],
    },
  })
  const both = (engine: string): readonly string[] => [`writes ${engine}.t`, `reads ${engine}.s`]

  // S20 takes either of command and commandTypeId; the identifiers of languages are those of its LanguageEnum.
  test.each([
    [{ runtime: { command: 'ODPS_SQL' } }, 'odps'],
    [{ runtime: { command: 'odps_sql' } }, 'odps'],
    [{ runtime: { command: 'Hologres_Sql' } }, 'hologres'],
    [{ runtime: { commandTypeId: 10 } }, 'odps'],
    [{ runtime: { command: '', commandTypeId: 10 } }, 'odps'],
    [{ language: 'odps-sql' }, 'odps'],
    [{ language: 'odps' }, 'odps'],
    [{ language: 'ODPS-SQL', runtime: {} }, 'odps'],
    [{ language: 'odps-script', runtime: { command: 'SOME_NEW_NODE' } }, 'odps'],
    [{ language: 'hologres-sql' }, 'hologres'],
    [{ language: 'spark-sql' }, 'lake'],
    [{ language: 'starrocks-sql' }, 'mysql'],
  ])('%j', (script, engine) => {
    expect(used(ofScript(script))).toEqual(both(engine))
  })

  test.each([
    [{}],
    [{ language: 'python3' }],
    [{ language: 'json' }],
    [{ runtime: { commandTypeId: 987654 } }],
    // The command says what it is, whatever the language.
    [{ language: 'odps-sql', runtime: { command: 'VIRTUAL' } }],
    [{ language: 'odps-sql', runtime: { command: 'DI' } }],
  ])('none of %j', (script) => {
    expect(used(ofScript(script))).toEqual([])
  })
})

test('a partition that a function looks for is read, and its edge is justified', () => {
  const load = odpsSql('load').code('insert overwrite table retail.ods select 1')
  const report = odpsSql('report').code("select '1' from dual_rows where ds = max_pt('retail.ods')")
  expect(edges(deriveDependencies(flow(load, report)).builder)).toEqual(['load > report'])
})

describe('variables of a shell in names of tables', () => {
  const calls = (name: string, before: string, statement: string) =>
    shell(name).code(`${before}\nodpscmd -e "${statement}"\nodpscmd -e "select * from b"`)

  test.each([
    ['tbl=paid', 'tbl=open', '${tbl}_orders'],
    ['', '', 'orders_$(date +%Y)'],
    ['tbl=$1', 'tbl=$1', '${tbl}'],
  ])('%j and %j: %s is not the same table in two nodes, which is said', (one, other, table) => {
    const load = calls('load', one, `insert into ${table} select * from a`)
    const report = calls('report', other, `select * from ${table}`)
    const { added, faults } = deriveDependencies(flow(load, report))
    expect(added).toEqual([])
    expect(faults).toMatchObject([
      { rule: 'code/unread-sql', node: 'load', line: 2 },
      { rule: 'code/unread-sql', node: 'report', line: 2 },
    ])
    expect(used(flow(load, report))).toEqual(['reads odps.b', 'reads odps.b'])
  })

  // A shell knows its parameters by their numbers.
  test('the value of a parameter that has a place is a part of the name', () => {
    const report = shell('report').code('odpscmd -e "select * from ods_${1}"').param('1', '${yyyymmdd}')
    expect(used(flow(report))).toEqual(['reads odps.ods_${yyyymmdd}'])
  })
})

describe('clients of other engines in a shell', () => {
  test.each([
    ['odpscmd -e', 'odps'],
    ['hive -e', 'lake'],
    ['spark-sql -e', 'lake'],
    ['trino --execute', 'lake'],
    ['psql -c', 'postgresql'],
    ['psql -h x.hologres.aliyuncs.com -c', 'hologres'],
    ['mysql shop -e', 'mysql.shop'],
    ['odpscmd --project=other -e', 'odps.other'],
    ['hive --database lake -e', 'lake.lake'],
  ])('tables of %s are tables of %s', (call, engine) => {
    const load = shell('load').code(`${call} "insert into t select * from s"`)
    expect(used(flow(load))).toEqual([`writes ${engine}.t`, `reads ${engine}.s`])
  })

  test.each([
    ['hive -e', ['load > report']],
    ['spark-sql -e', ['load > report']],
    ['odpscmd -e', []],
    ['mysql shop -e', []],
  ])('what %s reads comes after its writer in Hive alone: %j', (call, expected) => {
    const load = shell('load').code('hive -e "insert into t select * from s"')
    const report = shell('report').code(`${call} "select * from t"`)
    expect(edges(deriveDependencies(flow(load, report)).builder)).toEqual(expected)
  })

  // A client that is told of another project reads other tables of the same names.
  test.each([
    ['--project=retail', ['load > report'], []],
    ['--project=RETAIL', ['load > report'], []],
    ['--project=other', [], []],
    ['--project=$P', [], ['report']],
  ])('of odpscmd %s: %j', (option, expected, told) => {
    const report = shell('report').code(`odpscmd ${option} -e "select * from t"`)
    const retail = project('retail').add(flow(sql('load', 'insert into t select * from s'), report))
    const { builder, faults } = deriveDependencies(retail)
    expect(builder.build().documents.flatMap((document) => edges(document))).toEqual(expected)
    expect(faults.map(({ node }) => node)).toEqual(told)
  })

  test('a variable without brackets is one of the shell, too', () => {
    const load = shell('load').code('odpscmd -e "insert into t_$day select * from s"')
    const report = shell('report').code('odpscmd -e "select * from t_$day"')
    const { added, faults } = deriveDependencies(flow(load, report))
    expect([added, faults.map(({ node }) => node)]).toEqual([[], ['load', 'report']])
    const filled = shell('report').code('odpscmd -e "select * from t_$1"').param('1', '${yyyymmdd}')
    expect(used(flow(filled))).toEqual(['reads odps.t_${yyyymmdd}'])
  })
})
