import { branch, external, odpsSql, project, readSpec, virtual, workflow, writeJson } from 'flowspec'
import { deploy } from 'flowspec/dataworks'
import { daily } from 'flowspec/schedule'
import { client, emulator, flowSpecMatchers, flowSpecSerializer } from 'flowspec/testing/vitest'
import { test as base, describe, expect } from 'vitest'

expect.extend(flowSpecMatchers)
expect.addSnapshotSerializer(flowSpecSerializer)
const test = base.extend({ emulator, client })

const start = virtual('start')
const orders = workflow('orders').cron('00 02 00 * * ?').nodes(start, odpsSql('ods').code('select 1').after(start))
const broken = workflow('broken').cron('00 02 25 * * ?').nodes(start)

describe('toBeValidFlowSpec', () => {
  test.for([
    ['a workflow', orders],
    ['a project', project('shop').add(orders)],
    ['a document', orders.build()],
    ['a document that was read', readSpec(writeJson(orders.build()))],
    ['a built project', project('shop').add(orders).build()],
  ] as const)('matches %s', ([, value]) => {
    expect(value).toBeValidFlowSpec()
  })

  test.for([
    ['a workflow', broken],
    ['a project', project('shop').add(broken)],
    ['a document', JSON.parse(JSON.stringify(broken))],
    ['a node, which has no document', branch('b')],
    ['text', '{}'],
    ['nothing', undefined],
  ] as const)('does not match %s that is none', ([, value]) => {
    expect(value).not.toBeValidFlowSpec()
  })

  test('says what the check says', () => {
    expect(() => expect(broken).toBeValidFlowSpec()).toThrow(/schedule\/cron-syntax[\s\S]*broken/)
    expect(() => expect('{}').toBeValidFlowSpec()).toThrow(/Give a builder, a project or a document/)
    expect(() => expect(orders).not.toBeValidFlowSpec()).toThrow(/finds no error, and was to find one/)
  })
})

describe('toDeployCleanly', () => {
  const rates = workflow('rates')
    .cron('00 02 00 * * ?')
    .nodes(odpsSql('load').code('select 1').after(external('finance.daily_rates')))

  test('matches what arrives as it is, in a workspace of the name of the project', async () => {
    await expect(orders).toDeployCleanly()
    await expect(project('shop').add(orders)).toDeployCleanly()
    await expect([orders, rates]).toDeployCleanly({ outputs: ['finance.daily_rates'] })
  })

  test('says what is lost, and what is wrong', async () => {
    await expect(rates).not.toDeployCleanly()
    await expect(expect(rates).toDeployCleanly()).rejects.toThrow(/does not deploy[\s\S]*finance\.daily_rates/)
    await expect(expect(broken).toDeployCleanly()).rejects.toThrow(/does not deploy/)
    await expect(expect(5).toDeployCleanly()).rejects.toThrow(/Give a workflow, a project or a document/)
  })
})

describe('toRunAt', () => {
  // The clock of Asia/Shanghai, which a workflow has when nothing else is said.
  test.for([
    [orders, '2026-03-01 00:02:00'],
    [orders, ['2026-03-01 00:02:00', '2026-03-02 00:02:00']],
    [daily('02:00'), '2026-03-01 02:00:00'],
    [{ cron: '00 00 */12 * * ?', timezone: 'America/New_York' }, ['2026-03-01 00:00:00', '2026-03-01 12:00:00']],
  ] as const)('matches %s at %s', ([source, times]) => {
    expect(source).toRunAt(times)
  })

  test.for([
    [orders, '2026-03-01 00:03:00'],
    // Schedules begin in 1970 when nothing else is said.
    [orders, '1969-12-31 00:02:00'],
    [orders, ['2026-03-01 00:02:00', '2026-03-03 00:02:00']],
    [start, '2026-03-01 00:02:00'],
    [{ cron: 'x' }, '2026-03-01 00:02:00'],
  ] as const)('does not match %s at %s', ([source, times]) => {
    expect(source).not.toRunAt(times)
  })

  test.for([
    ['2026-03-01', /times has "2026-03-01", which is no time/],
    ['tomorrow', /times such as '2026-03-01 00:02:00'/],
    ['2026-02-30 00:02:00', /is no time/],
    ['2026-03-01 24:02:00', /is no time/],
    [[], /empty list/],
    [['2026-03-01 00:02:00', 5], /times has 5/],
    [['2026-03-02 00:02:00', '2026-03-01 00:02:00'], /after a later one/],
    [undefined, /times has undefined/],
  ] as const)('throws for times that are none, %s, whatever is wanted', ([times, told]) => {
    for (const one of [expect(orders), expect(orders).not]) {
      expect(() => Reflect.apply(Reflect.get(one, 'toRunAt'), one, [times])).toThrow(told)
    }
  })

  test('says when it runs', () => {
    expect(() => expect(orders).toRunAt(['2026-03-01 00:02:00', '2026-03-03 00:02:00'])).toThrow(
      /at 2026-03-01 00:02:00, 2026-03-02 00:02:00, 2026-03-03 00:02:00/,
    )
    expect(() => expect(orders).toRunAt('tomorrow')).toThrow(/times such as '2026-03-01 00:02:00'/)
  })
})

test('a matcher throws for what it does not take, whatever is wanted', async () => {
  for (const one of [expect(orders), expect(orders).not]) {
    const call = (name: string, ...given: unknown[]): unknown => Reflect.apply(Reflect.get(one, name), one, given)
    expect(() => call('toBeValidFlowSpec', { rules: {} })).toThrow(/toBeValidFlowSpec: it is given an object more/)
    expect(() => call('toRunAt', '2026-03-01 00:02:00', '2026-03-02 00:02:00')).toThrow(
      /toRunAt: it is given a text more/,
    )
    await expect(call('toDeployCleanly', { output: ['a'] })).rejects.toThrow(
      /toDeployCleanly: options has a key "output"/,
    )
    await expect(call('toDeployCleanly', {}, {})).rejects.toThrow(/toDeployCleanly: it is given an object more/)
  }
})

describe('the fixture', () => {
  test('is an emulator of this test alone, with a client of it', async ({ emulator: running, client: own }) => {
    await deploy(own, orders, { projectId: 10000, wait: { interval: 1 } })
    expect(running.projects[0]?.workflows).toHaveLength(1)
  })

  test('is another one in the next test', ({ emulator: running }) => {
    expect(running.projects[0]?.workflows).toEqual([])
  })
})

test('a snapshot of a builder is the text of its document, as is that of the document', () => {
  const small = workflow('w').cron('00 02 00 * * ?')
  expect(flowSpecSerializer.serialize(small)).toBe(writeJson(small.build()).trimEnd())
  expect(flowSpecSerializer.test({ kind: 'x' })).toBe(false)
  expect(flowSpecSerializer.test([small])).toBe(false)
  expect(small).toMatchInlineSnapshot(`
    {
      "kind": "CycleWorkflow",
      "version": "1.1.0",
      "spec": {
        "name": "w",
        "type": "CycleWorkflow",
        "workflows": [
          {
            "script": {
              "path": "w",
              "runtime": {
                "command": "WORKFLOW"
              }
            },
            "trigger": {
              "type": "Scheduler",
              "cron": "00 02 00 * * ?",
              "startTime": "1970-01-01 00:00:00",
              "endTime": "9999-01-01 00:00:00",
              "timezone": "Asia/Shanghai",
              "delaySeconds": 0
            },
            "name": "w",
            "inputs": {},
            "outputs": {
              "nodeOutputs": [
                {
                  "data": "w",
                  "artifactType": "NodeOutput",
                  "refTableName": "w"
                }
              ]
            },
            "nodes": [],
            "dependencies": []
          }
        ]
      }
    }
  `)
})
