import fc from 'fast-check'
import { type AnyNode, external, fromSpec, node, readSpec, type Workflow, workflow, writeJson } from 'flowspec'
import { describe, expect, it } from 'vitest'
import { cron } from '../support/from-spec.ts'

const names = ['a', 'b', 'c', 'd']
const word = fc.string({ minLength: 1, maxLength: 6 })
const name = fc.constantFrom(...names)
const command = fc.constantFrom('ODPS_SQL', 'DIDE_SHELL', 'VIRTUAL', 'MY_PLUGIN')
const strategy = fc.record(
  {
    priority: fc.integer({ min: 1, max: 8 }),
    timeout: fc.constantFrom({ value: 2, unit: 'HOURS' } as const, { value: 5, unit: 'MINUTES' } as const),
    rerunInterval: fc.nat(),
  },
  { requiredKeys: ['priority'] },
)
const trigger = fc.record({ cron: word, timezone: word, delaySeconds: fc.nat() }, { requiredKeys: [] })
const metadata = fc.dictionary(fc.constantFrom('x', 'y', 'z'), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 2 })

type NodeStep = (builder: AnyNode) => AnyNode
type FlowStep = (builder: Workflow) => Workflow

/** Steps that mean the same before a build and after a reading; where those that fill in defaults do not. */
const nodeStep: fc.Arbitrary<NodeStep> = fc.oneof(
  word.map(
    (value): NodeStep =>
      (one) =>
        one.owner(value),
  ),
  word.map(
    (value): NodeStep =>
      (one) =>
        one.path(value),
  ),
  word.map(
    (value): NodeStep =>
      (one) =>
        one.description(value),
  ),
  word.map(
    (value): NodeStep =>
      (one) =>
        one.code(value),
  ),
  word.map(
    (value): NodeStep =>
      (one) =>
        one.language(value),
  ),
  word.map(
    (value): NodeStep =>
      (one) =>
        one.datasource(value),
  ),
  word.map(
    (value): NodeStep =>
      (one) =>
        one.resourceGroup(value, { cu: value }),
  ),
  fc.tuple(name, word).map(
    ([key, value]): NodeStep =>
      (one) =>
        one.param(key, value),
  ),
  name.map(
    (from): NodeStep =>
      (one) =>
        one.after(from),
  ),
  word.map(
    (output): NodeStep =>
      (one) =>
        one.after(external(`x.${output}`)).afterPrevious('self'),
  ),
  name.map(
    (key): NodeStep =>
      (one) =>
        one.outputVariable(key, '1'),
  ),
  strategy.map(
    (value): NodeStep =>
      (one) =>
        one.strategy(value),
  ),
  trigger.map(
    (value): NodeStep =>
      (one) =>
        one.trigger({ cron, ...value }),
  ),
  fc.boolean().map(
    (value): NodeStep =>
      (one) =>
        one.autoParse(value),
  ),
  metadata.map(
    (value): NodeStep =>
      (one) =>
        one.extra({ metadata: value }),
  ),
)

const flowStep: fc.Arbitrary<FlowStep> = fc.oneof(
  word.map(
    (value): FlowStep =>
      (one) =>
        one.owner(value),
  ),
  word.map(
    (value): FlowStep =>
      (one) =>
        one.description(value),
  ),
  word.map(
    (value): FlowStep =>
      (one) =>
        one.cron(value),
  ),
  word.map(
    (value): FlowStep =>
      (one) =>
        one.schedule({ cron: value, calendarId: 3 }),
  ),
  fc.nat().map(
    (value): FlowStep =>
      (one) =>
        one.calendar(value),
  ),
  strategy.map(
    (value): FlowStep =>
      (one) =>
        one.strategy(value),
  ),
  fc.boolean().map(
    (value): FlowStep =>
      (one) =>
        one.citable(value),
  ),
  fc.tuple(name, word).map(
    ([key, value]): FlowStep =>
      (one) =>
        one.param(key, value),
  ),
  metadata.map(
    (value): FlowStep =>
      (one) =>
        one.extra({ metadata: value }),
  ),
)

const nodeSteps = fc.tuple(...names.map(() => fc.array(nodeStep, { maxLength: 4 })))
const flowSteps = fc.array(flowStep, { maxLength: 3 })
const commands = fc.tuple(...names.map(() => command))

function flowOf(nodes: readonly AnyNode[], steps: readonly FlowStep[]): Workflow {
  const flow: Workflow = workflow('w').cron(cron).nodeList(nodes)
  return steps.reduce((built, step) => step(built), flow)
}

function nodesOf(of: readonly string[], ...rounds: readonly (readonly (readonly NodeStep[])[])[]): AnyNode[] {
  return names.map((key, at) => {
    const steps = rounds.flatMap((round) => round[at] ?? [])
    return steps.reduce<AnyNode>((built, step) => step(built), node(key, of[at] ?? ''))
  })
}

/** New dependencies stand behind those that were read, which says nothing else; so they are compared in one order. */
function inOrder(spec: unknown): unknown {
  const text = (value: unknown): string => JSON.stringify(value) ?? ''
  return JSON.parse(text(spec), (key, value) =>
    (key === 'dependencies' || key === 'depends') && Array.isArray(value)
      ? value.sort((left, right) => (text(left) < text(right) ? -1 : 1))
      : value,
  )
}

describe('a document of builders', () => {
  it('is the same after reading it, making builders of it and building them', () => {
    const property = fc.property(commands, nodeSteps, flowSteps, (of, steps, more) => {
      const built = flowOf(nodesOf(of, steps), more)
      const document = readSpec(JSON.stringify(built))
      const spec = fromSpec(document)
      const text = writeJson(built.toJSON() as object)
      expect(spec.toJSON()).toEqual(document)
      expect(spec.with(...spec.workflows, ...spec.allNodes()).toJSON()).toEqual(document)
      expect(writeJson(spec.toJSON() as object)).toBe(text)
      expect(writeJson(fromSpec(built.toJSON()).toJSON() as object)).toBe(text)
    })
    fc.assert(property, { numRuns: 100 })
  })

  it('takes steps after a reading as it took them before a build', () => {
    const property = fc.property(commands, nodeSteps, nodeSteps, flowSteps, flowSteps, (of, ...steps) => {
      const [first, second, before, after] = steps
      const spec = fromSpec(flowOf(nodesOf(of, first), before).toJSON())
      const changed = names.map((key, at) => (second[at] ?? []).reduce((one, step) => step(one), spec.node(key)))
      const flow = after.reduce((one, step) => step(one), spec.workflow() as Workflow)
      const same = flowOf(nodesOf(of, first, second), [...before, ...after])
      expect(inOrder(spec.with(...changed, flow))).toEqual(inOrder(same))
    })
    fc.assert(property, { numRuns: 200 })
  })

  it('is changed by no step taken on its builders', () => {
    const property = fc.property(commands, nodeSteps, nodeSteps, flowSteps, (of, first, second, after) => {
      const spec = fromSpec(flowOf(nodesOf(of, first), []).toJSON())
      const before = JSON.stringify(spec)
      const builders = [...names.map((key) => spec.node(key)), spec.workflow()]
      const shown = builders.map((builder) => JSON.stringify(builder))
      const changed = names.map((key, at) => (second[at] ?? []).reduce((one, step) => step(one), spec.node(key)))
      const flow = after.reduce((one, step) => step(one), spec.workflow() as Workflow)
      for (const one of [spec.with(...changed, flow), spec.with(node('new', 'VIRTUAL')), spec.without('a')]) one.check()
      expect(JSON.stringify(spec)).toBe(before)
      expect(builders.map((builder) => JSON.stringify(builder))).toEqual(shown)
    })
    fc.assert(property, { numRuns: 100 })
  })
})

describe('any JSON object', () => {
  const fields = [
    'spec',
    'nodes',
    'workflows',
    'flow',
    'dependencies',
    'name',
    'id',
    'nodeId',
    'depends',
    'script',
    'x',
  ]
  const key = fc.constantFrom(...fields, 'trigger', 'inputs', 'outputs', 'nodeOutputs', 'for-each', 'branch', 'join')
  const { any } = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: 'medium' },
      fc.constantFrom<unknown>(null, 1, '', 'a', '{{a}}', true),
      tie('list'),
      tie('record'),
    ),
    list: fc.array(tie('any'), { maxLength: 4 }),
    record: fc.dictionary(key, tie('any'), { maxKeys: 6 }),
  }))

  it('is built again as it was, and can be changed without an error', () => {
    const property = fc.property(fc.dictionary(key, any, { minKeys: 1 }), (document) => {
      const spec = fromSpec(document)
      expect(spec.toJSON()).toEqual(document)
      for (const flow of spec.workflows) {
        expect(flow.toJSON()).toEqual(document)
        flow
          .path('p')
          .strategy({ priority: 1 })
          .output('o')
          .nodeList([node('n', 'VIRTUAL').after('a')])
          .check()
      }
      for (const one of spec.nodes) {
        expect(spec.with(one).toJSON()).toEqual(document)
        const changed = one.code('x').param('a', 'b').after('a').afterPrevious('self').reads('r').output('o')
        spec.with(changed.trigger({ cron }).outputVariable('v', '1')).check()
      }
    })
    fc.assert(property, { numRuns: 400 })
  })
})
