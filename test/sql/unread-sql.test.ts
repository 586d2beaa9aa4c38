import { type AnyNode, node, odpsSql, shell, workflow } from 'flowspec'
import { sqlRules } from 'flowspec/sql'
import { describe, expect, test } from 'vitest'

const sql = (name: string, code: string) => odpsSql(name).code(code)
const flow = (...nodes: readonly AnyNode[]) => workflow('orders').cron('00 02 00 * * ?').nodeList(nodes)

describe('SQL that is not read', () => {
  const custom = sqlRules()
  const broken = sql('x', 'select 1;\ninsert overwrite table y select * frm z')

  test('is told as a note at its place in the code', () => {
    expect(flow(broken).check({ custom })).toMatchObject([
      {
        rule: 'code/unread-sql',
        severity: 'info',
        message: expect.stringMatching(/^A statement of 'x' is not read: .+, line 2, column \d+\.$/),
        hint: "Say what it reads and writes with .reads(…) and .writes(…) on 'x'.",
        path: '/spec/workflows/0/nodes/0/script/content',
        inText: { line: 2 },
        subject: { kind: 'node', name: 'x' },
      },
    ])
  })

  test('has the severity of settings, and is silenced by the node', () => {
    const rules = { 'code/unread-sql': 'error' } as const
    expect(flow(broken).check({ custom, rules })).toMatchObject([{ severity: 'error' }])
    expect(flow(broken).check({ custom, rules: { 'code/unread-sql': 'off' } })).toEqual([])
    expect(flow(broken.suppress('code/unread-sql', 'of another dialect')).review({ custom })).toMatchObject({
      diagnostics: [],
      unused: [],
    })
    expect(flow(broken).check({ rules })).toMatchObject([{ rule: 'settings/unknown-rule', severity: 'warning' }])
  })

  test('is nothing to say of where the node declares its tables, and of code that is no SQL', () => {
    expect(flow(broken.writes('odps.retail.y')).check({ custom })).toEqual([])
    expect(flow(shell('s').code('echo select from where')).check({ custom })).toEqual([])
  })

  test.each([
    [
      'MaxCompute',
      node('n', 'ODPS_SQL'),
      "set odps.sql.type.system.odps2=true;\nfrom src insert overwrite table a partition (ds='${bizdate}') select * insert into b select 1;",
    ],
    [
      'Hologres',
      node('n', 'HOLOGRES_SQL'),
      "insert into t select a::text, b->>'c' from s on conflict (a) do update set b = excluded.b;",
    ],
    [
      'Hive',
      node('n', 'EMR_HIVE'),
      'insert overwrite table t partition (ds) select a, row_number() over (partition by b order by c) from s lateral view explode(d) e as f;',
    ],
    [
      'Spark',
      node('n', 'EMR_SPARK_SQL'),
      'merge into t using s on t.a = s.a when matched then update set * when not matched then insert *;',
    ],
    ['MySQL', node('n', 'MYSQL'), 'replace into `t` select * from `s` where a <=> null limit 3;'],
    ['Trino', node('n', 'EMR_TRINO'), 'insert into t select a, b from s cross join unnest(c) as u (d);'],
  ])('of %s is none', (_, one, code) => {
    const found = flow(one.code(code)).check({ custom })
    expect(found.filter(({ rule }) => rule === 'code/unread-sql')).toEqual([])
  })
})
