import {
  type AnyNode,
  branch,
  checkSpec,
  combined,
  type Diagnostic,
  doWhile,
  fileResource,
  forEach,
  formatDiagnostics,
  fromSpec,
  isFlowSpecError,
  manualWorkflow,
  node,
  odpsSql,
  project,
  standalone,
  udf,
  virtual,
  workflow,
} from 'flowspec'
import { toSarif } from 'flowspec/rules'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { lined, shown } from './support/lined.ts'

const cron = '00 02 00 * * ?'

// After ten thousand builders places are kept only when they are asked for, and other tests may have started as many.
const ask = () => vi.stubEnv('FLOWSPEC_TRACE', '1')
ask()

function sourceOf(found: readonly Diagnostic[], rule: string): string | undefined {
  const one = found.find((diagnostic) => diagnostic.rule === rule)
  if (one === undefined) throw new Error(`no ${rule}:\n${formatDiagnostics(found)}`)
  return one.source && shown(one.source)
}

const inOrders = (part: AnyNode): readonly Diagnostic[] =>
  workflow('orders').cron(cron).nodeList([part]).check({ trace: true })

afterEach(() => vi.unstubAllEnvs())

describe('a diagnostic leads to the call that started what it is about', () => {
  beforeEach(ask)

  const [plain, atPlain] = lined(odpsSql('a').strategy({ priority: 9 }))
  const [any, atAny] = lined(node('a', 'ODPS_SQL').strategy({ priority: 9 }))
  const [late, atLate] = lined(odpsSql('late').after('gone'))
  const [route, atRoute] = lined(branch('route').arm('a', '${x} =='))
  const [inner, atInner] = lined(odpsSql('inner').strategy({ priority: 9 }))
  const [endless, atEndless] = lined(doWhile('endless').nodes(virtual('v')))
  const [unread, atUnread] = lined(odpsSql('u').codeFile('/there/is/none.sql'))
  const [clock, atClock] = lined(workflow('clock').cron('x').nodes(virtual('v')))
  const [manual, atManual] = lined(manualWorkflow('m').extra({ strategy: { priority: 9 } }))
  const [func, atFunc] = lined(udf('f').extra({ script: 7 }))
  const [jar, atJar] = lined(fileResource('a.jar').extra({ type: 7 }))
  const [retail, atRetail] = lined(project('re.tail'))

  test.each<readonly [title: string, found: () => readonly Diagnostic[], rule: string, at: string]>([
    ['a node', () => inOrders(plain), 'schema/range', atPlain],
    ['a node of any command', () => inOrders(any), 'schema/range', atAny],
    ['a dependency', () => inOrders(late), 'reference/unknown-node', atLate],
    ['a branch', () => inOrders(route), 'control/condition-syntax', atRoute],
    ['a node in a loop', () => inOrders(forEach('each').nodes(inner)), 'schema/range', atInner],
    ['a node in a node', () => inOrders(combined('group').nodes(virtual('v'), inner)), 'schema/range', atInner],
    ['a loop', () => inOrders(endless), 'schema/missing-field', atEndless],
    ['a file that is not there', () => inOrders(unread), 'code/file-unreadable', atUnread],
    ['a workflow', () => clock.check({ trace: true }), 'schedule/cron-syntax', atClock],
    ['a workflow run by hand', () => manual.check({ trace: true }), 'schema/range', atManual],
    ['a node on its own', () => standalone(plain).check({ trace: true }), 'schema/range', atPlain],
    ['a function', () => func.check({ trace: true }), 'schema/type', atFunc],
    ['a resource', () => jar.check({ trace: true }), 'schema/enum', atJar],
    ['a part of a project', () => project('p').add(clock).check({ trace: true }), 'schedule/cron-syntax', atClock],
    ['a project', () => retail.check({ trace: true }), 'name/characters', atRetail],
    [
      'a node of a part of a project',
      () =>
        project('p')
          .add(workflow('o').cron(cron).nodeList([late]))
          .check({ trace: true }),
      'reference/unknown-node',
      atLate,
    ],
    [
      'the bodies of loops that stand beside them',
      () =>
        workflow('o')
          .cron(cron)
          .nodeList([forEach('each').nodes(inner)])
          .check({ trace: true, loops: 'siblings' }),
      'schema/range',
      atInner,
    ],
    [
      'a node added to a document that was read',
      () =>
        fromSpec(workflow('o').cron(cron).nodes(virtual('v')).build())
          .with(late)
          .check({ trace: true }),
      'reference/unknown-node',
      atLate,
    ],
  ])('%s', (_, found, rule, at) => {
    expect(sourceOf(found(), rule)).toBe(at)
  })

  test('whatever was said in other lines since, and whichever node stands first', () => {
    const [first, atFirst] = lined(odpsSql('first'))
    const [second] = lined(odpsSql('second').code('select 1'))
    const changed = first.owner('1').code('select 1').strategy({ priority: 9 })
    const found = workflow('o').cron(cron).nodes(second, changed).check({ trace: true })
    expect(sourceOf(found, 'schema/range')).toBe(atFirst)
  })

  test('with its column', () => {
    const made = odpsSql('a').strategy({ priority: 9 })
    expect(inOrders(made)[0]?.source?.column).toBe(18)
  })
})

describe('a place is told when it is asked for', () => {
  const late = workflow('late').cron('x').nodes(virtual('v'))

  test.each([
    ['nobody asks', undefined, {}, false],
    ['the check asks', undefined, { trace: true }, true],
    ['the environment asks', '1', {}, true],
    ['the environment asks, and the check does not want it', '1', { trace: false }, false],
    ['the environment says no', '0', {}, false],
  ] as const)('%s', (_, variable, options, expected) => {
    vi.stubEnv('FLOWSPEC_TRACE', variable)
    expect(late.check(options).some(({ source }) => source !== undefined)).toBe(expected)
  })

  test('by the error of a build', () => {
    try {
      late.build({ trace: true })
      expect.unreachable()
    } catch (error) {
      if (!isFlowSpecError(error)) throw error
      expect(error.message).toMatch(
        /in late at \/spec\/workflows\/0\/trigger\/cron \(test.builders.trace\.test\.ts:\d+:\d+\)/,
      )
    }
  })

  test('by a SARIF log', () => {
    const [result] = toSarif(late.check({ trace: true })).runs[0]?.results ?? []
    expect(result?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'test/builders/trace.test.ts' },
      region: { startLine: expect.any(Number), startColumn: expect.any(Number) },
    })
  })

  test('and nothing of it is in the document', () => {
    const fine = workflow('fine').cron(cron).nodes(odpsSql('a').code('select 1'))
    expect(fine.build({ trace: true })).toEqual(fine.build())
    expect(JSON.stringify(fine.build({ trace: true }))).not.toContain('trace.test')
    expect(checkSpec(fine.build({ trace: true }))).toEqual([])
  })

  test('and builders that say the same equal one another wherever they were started', () => {
    expect(odpsSql('a')).toEqual(odpsSql('a'))
    vi.stubEnv('FLOWSPEC_TRACE', '1')
    expect(workflow('a').nodes(virtual('v'))).toEqual(workflow('a').nodes(virtual('v')))
  })
})

describe('without the means to tell a place', () => {
  test.each([
    ['an engine that keeps no stacks', () => vi.spyOn(Error, 'captureStackTrace').mockImplementation(() => undefined)],
    [
      'an engine whose objects are frozen',
      () =>
        vi.spyOn(Error, 'captureStackTrace').mockImplementation(() => {
          throw new TypeError('read only')
        }),
    ],
  ])('%s builds and checks all the same', (_, stub) => {
    const [spy, limit] = [stub(), Error.stackTraceLimit]
    const found = workflow('w').cron('x').nodes(virtual('v')).check({ trace: true })
    spy.mockRestore()
    expect(Error.stackTraceLimit).toBe(limit)
    expect(found.map(({ rule, source }) => [rule, source])).toEqual([['schedule/cron-syntax', undefined]])
  })

  test('the limit of frames stays what it was', () => {
    const before = Error.stackTraceLimit
    odpsSql('a')
    expect(Error.stackTraceLimit).toBe(before)
  })
})
