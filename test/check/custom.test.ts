import {
  type CheckOptions,
  checkSpec,
  type Diagnostic,
  isFlowSpecError,
  odpsSql,
  project,
  virtual,
  workflow,
} from 'flowspec'
import { type CustomRule, defineRule, findingAt, pointerOf, reviewSpec } from 'flowspec/rules'
import { describe, expect, test, vi } from 'vitest'
import { at, baseDocument } from './support/base-document.ts'
import { edited, set } from './support/edit.ts'

const layered = defineRule({
  name: 'custom/layered-names',
  severity: 'error',
  summary: 'The name of a node begins with its layer.',
  docs: 'https://wiki.example/rules#layers',
  run(index, report) {
    for (const { entity, name } of index.nodes) {
      if (name !== 'ods' && name !== 'dwd')
        report(findingAt(entity, 'name', { message: `'${name}' has no layer.`, hint: 'Begin with ods.' }))
    }
  },
})

/** A rule that no compiler has seen. */
function loose(rule: unknown): CustomRule {
  return Object.assign({ name: 'custom/loose', severity: 'error', summary: '' } as const, { run: () => {} }, rule)
}

const brief = ({ severity, rule, path }: Diagnostic): string => `${severity} ${rule} ${path}`
const check = (options: CheckOptions): string[] => checkSpec(baseDocument, options).map(brief)
const startFault = `error custom/layered-names ${at.start}/name`
const reportFault = `error custom/layered-names ${at.report}/name`

describe("a rule of a team's own", () => {
  test('reports beside the catalogue, sorted by place', () => {
    const document = edited(baseDocument, set(`${at.ods}/priority`, 2))
    const found = checkSpec(document, { custom: [layered] })
    expect(found.map(brief)).toEqual([startFault, `warning strategy/priority-console ${at.ods}/priority`, reportFault])
    expect(found[0]).toEqual({
      rule: 'custom/layered-names',
      severity: 'error',
      message: "'start' has no layer.",
      hint: 'Begin with ods.',
      path: `${at.start}/name`,
      subject: { kind: 'node', name: 'start', id: 'start' },
      within: [{ kind: 'workflow', name: 'orders' }],
      docs: 'https://wiki.example/rules#layers',
    })
  })

  test('stops a build, and is passed over by settings as any rule is', () => {
    const orders = workflow('orders').cron('00 02 00 * * ?').nodes(virtual('start'), odpsSql('ods').code('select 1'))
    expect(orders.check({ custom: [layered] }).map(brief)).toEqual([
      'error custom/layered-names /spec/workflows/0/nodes/0/name',
    ])
    expect(() => orders.build({ custom: [layered] })).toThrow("'start' has no layer.")
    expect(() => orders.build({ custom: [layered], rules: { 'custom/layered-names': 'warning' } })).not.toThrow()
    const suppressed = orders.suppress('custom/layered-names', 'the root has no layer')
    expect(suppressed.check({ custom: [layered] })).toEqual([])
  })

  test.each<[string, CheckOptions, readonly string[]]>([
    ['off', { rules: { 'custom/layered-names': 'off' } }, []],
    [
      'another severity',
      { rules: { 'custom/layered-names': 'info' } },
      [startFault.replace('error', 'info'), reportFault.replace('error', 'info')],
    ],
    [
      'silent for a node',
      { suppress: [{ rule: 'custom/layered-names', node: 'start', reason: 'the root' }] },
      [reportFault],
    ],
  ])('can be %s', (_, options, expected) => {
    expect(check({ custom: [layered], ...options })).toEqual(expected)
  })

  test('looks at each document of a project', () => {
    const daily = (name: string) =>
      workflow(name)
        .cron('00 02 00 * * ?')
        .nodes(odpsSql(`${name}_clean`).code('select 1'))
    const retail = project('retail').add(daily('orders'), daily('returns'))
    expect(retail.check({ custom: [layered] }).map(brief)).toEqual([
      'error custom/layered-names /documents/0/spec/workflows/0/nodes/0/name',
      'error custom/layered-names /documents/1/spec/workflows/0/nodes/0/name',
    ])
    expect(retail.check({ custom: [layered], rules: { 'custom/layered-names': 'off' } })).toEqual([])
  })

  test('is not run when it is off', () => {
    const run = vi.fn()
    check({ custom: [{ ...layered, run }], rules: { 'custom/layered-names': 'off' } })
    expect(run).not.toHaveBeenCalled()
  })

  test('can report another severity than its own', () => {
    const rule = loose({
      run: (_: unknown, report: (f: object) => void) => report({ message: 'm', path: '', severity: 'info' }),
    })
    expect(check({ custom: [rule] })).toEqual(['info custom/loose '])
  })

  test('cannot report under the name of another', () => {
    const rule = loose({
      run: (_: unknown, report: (f: object) => void) => report({ message: 'm', path: '', rule: 'graph/cycle' }),
    })
    expect(check({ custom: [rule] })).toEqual(['error custom/loose '])
  })

  test('reads every entity with its place', () => {
    const seen: string[] = []
    const rule = loose({
      run: (index: Parameters<CustomRule['run']>[0]) => {
        for (const entity of index.eachEntity('Trigger', 'Node')) seen.push(`${entity.name} ${pointerOf(entity)}`)
      },
    })
    expect(check({ custom: [rule] })).toEqual([])
    expect(seen).toEqual([
      `Trigger ${at.trigger}`,
      ...[at.start, at.ods, at.dwd, at.report].map((pointer) => `Node ${pointer}`),
    ])
  })
})

describe('a rule that fails', () => {
  test('by an error is told where it threw that', () => {
    const fail = (): never => {
      throw new Error('boom')
    }
    const [found] = checkSpec(baseDocument, { custom: [loose({ run: () => fail() })] })
    expect(found).toMatchObject({
      rule: 'settings/faulty-rule',
      source: { file: expect.stringMatching(/custom\.test\.ts$/), line: expect.any(Number) },
      calledFrom: [{ name: 'fail' }],
    })
  })

  const faulty = 'error settings/faulty-rule '

  test.each<[string, CustomRule, string]>([
    [
      'throws an error',
      loose({
        run: () => {
          throw new Error('boom')
        },
      }),
      'custom/loose threw an error: boom.',
    ],
    [
      'throws no error',
      loose({
        run: () => {
          const text: unknown = 'boom'
          throw text
        },
      }),
      'custom/loose threw an error: "boom".',
    ],
    [
      'is asynchronous',
      loose({ run: () => Promise.reject(new Error('late')) }),
      'custom/loose is asynchronous, so what it finds comes too late.',
    ],
    [
      'has a name like those of the library',
      loose({ name: 'graph/cycle' }),
      'A rule of custom cannot run: the name "graph/cycle" is not custom/… of letters, digits, "-", "_", "." and "/".',
    ],
    [
      'has no name',
      loose({ name: 'custom/' }),
      'A rule of custom cannot run: the name "custom/" is not custom/… of letters, digits, "-", "_", "." and "/".',
    ],
    [
      'has no function',
      loose({ run: undefined, severity: 'fatal' }),
      'A rule of custom cannot run: the severity "fatal" is not error, warning or info; run is not a function.',
    ],
    ['is nothing', JSON.parse('null'), 'A rule of custom cannot run: null is no rule.'],
  ])('because it %s is a diagnostic, and the others run', (_, rule, message) => {
    const found = checkSpec(baseDocument, { custom: [rule, layered] })
    expect(found.map(brief)).toEqual([faulty, startFault, reportFault])
    expect(found[0]).toMatchObject({ message, docs: 'docs/rules.md#settings-faulty-rule' })
  })

  test.each<[unknown]>([
    [undefined],
    [{}],
    [{ message: 'm' }],
    [{ message: 'm', path: 'spec' }],
    [{ message: 'm', path: 5 }],
    [{ message: 5, path: '' }],
    [{ message: 'm', path: '', severity: 'fatal' }],
  ])('because it reports %j says so', (finding) => {
    const rule = loose({ run: (_: unknown, report: (f: unknown) => void) => report(finding) })
    expect(check({ custom: [rule] })).toEqual([faulty])
  })

  test('keeps what it reported before', () => {
    const rule = loose({
      run: (_: unknown, report: (f: object) => void) => {
        report({ message: 'seen', path: '/spec' })
        throw new Error('boom')
      },
    })
    expect(check({ custom: [rule] })).toEqual([faulty, 'error custom/loose /spec'])
  })

  test('because its name is taken says so', () => {
    expect(check({ custom: [layered, { ...layered }] })).toEqual([faulty, startFault, reportFault])
  })

  test('can be of another severity, as any', () => {
    const custom = [loose({ run: undefined })]
    expect(check({ custom, rules: { 'settings/faulty-rule': 'off' } })).toEqual([])
  })

  test('is refused by defineRule with all its faults', () => {
    const rule = loose({ name: 'owner', severity: 'fatal', run: 5 })
    let thrown: unknown
    try {
      defineRule(rule)
    } catch (error) {
      thrown = error
    }
    if (!isFlowSpecError(thrown)) throw new Error('nothing was thrown')
    expect(thrown.diagnostics.map(({ rule: name }) => name)).toEqual(Array(3).fill('settings/faulty-rule'))
    expect(thrown.message).toContain('This is no rule: run is not a function.')
  })
})

test('defineRule gives a rule that nobody can change', () => {
  expect(Object.isFrozen(layered)).toBe(true)
})

test('reviewSpec keeps what suppressions silence, with their reasons', () => {
  const document = edited(baseDocument, set(`${at.ods}/priority`, 2))
  const { diagnostics, suppressed } = reviewSpec(document, {
    custom: [layered],
    rules: { 'strategy/priority-console': 'info' },
    suppress: [
      { rule: 'custom/layered-names', path: at.start, reason: 'the root' },
      { rule: 'strategy/priority-console', reason: 'agreed' },
    ],
  })
  expect(diagnostics.map(brief)).toEqual([reportFault])
  expect(suppressed.map(({ diagnostic, reason }) => `${brief(diagnostic)}: ${reason}`)).toEqual([
    `info strategy/priority-console ${at.ods}/priority: agreed`,
    `${startFault}: the root`,
  ])
})
