import fc from 'fast-check'
import {
  type AnyNode,
  component,
  external,
  fileResource,
  manualWorkflow,
  odpsSql,
  projectRoot,
  triggerWorkflow,
  udf,
  virtual,
  type Workflow,
  workflow,
} from 'flowspec'
import { Duration } from 'luxon'
import { describe, expect, it } from 'vitest'

const word = fc.string({ minLength: 1, maxLength: 8 })
const strategy = fc.record(
  {
    priority: fc.integer({ min: 1, max: 8 }),
    rerunTimes: fc.integer({ min: 0, max: 10 }),
    rerunInterval: fc.constantFrom(60_000, Duration.fromObject({ minutes: 3 })),
    timeout: fc.constantFrom<0 | { value: number; unit: 'HOURS' }>(0, { value: 2, unit: 'HOURS' }),
    rerunMode: fc.constantFrom<'Allowed' | 'Denied'>('Allowed', 'Denied'),
  },
  { requiredKeys: [] },
)
const fields = fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 })
const schedule = fc.record({ cron: word, timezone: word, calendarId: fc.nat() }, { requiredKeys: ['cron'] })
const trigger = fc.record({ cron: word, timezone: word }, { requiredKeys: [] })

/** One call of every method, with generated arguments; the objects among them must stay the caller's own. */
type Call<Builder> = {
  readonly method: string
  readonly objects: readonly object[]
  readonly run: (builder: Builder) => unknown
}

const call = <Builder>(method: string, run: (builder: Builder) => unknown, ...objects: object[]): Call<Builder> => ({
  method,
  objects,
  run,
})

type Calls<Builder> = readonly fc.Arbitrary<Call<Builder>>[]

const latest = component('latest').input('source')

const nodeCalls: Calls<AnyNode> = [
  word.map((value) => call('id', (node) => node.id(value))),
  word.map((value) => call('path', (node) => node.path(value))),
  word.map((value) => call('owner', (node) => node.owner(value))),
  word.map((value) => call('description', (node) => node.description(value))),
  word.map((value) => call('code', (node) => node.code(value))),
  word.map((value) => call('codeFile', (node) => node.codeFile(value))),
  word.map((value) => call('language', (node) => node.language(value))),
  word.map((value) =>
    ((options) => call<AnyNode>('param', (node) => node.param('p', value, options), options))({ description: value }),
  ),
  word.map((value) =>
    ((options) => call<AnyNode>('datasource', (node) => node.datasource(value, options), options))({ type: value }),
  ),
  word.map((value) =>
    ((options) => call<AnyNode>('resourceGroup', (node) => node.resourceGroup(value, options), options))({ cu: '0.5' }),
  ),
  word.map((value) =>
    ((options) => call<AnyNode>('output', (node) => node.output(value, options), options))({ refTableName: value }),
  ),
  word.map((value) =>
    ((options) => call<AnyNode>('runtime', (node) => node.runtime(options), options, options.sparkConf))({
      engine: value,
      sparkConf: { cores: value },
    }),
  ),
  word.map((value) =>
    ((options) => call<AnyNode>('outputVariable', (node) => node.outputVariable('v', value, options), options))({
      description: value,
    }),
  ),
  strategy.map((value) => call('override', (node) => node.override(value), value)),
  fc.array(word).map((names) => call('resources', (node) => node.resources(...names, fileResource('a.jar')), names)),
  fc.array(word).map((names) => call('functions', (node) => node.functions(...names, udf('f')), names)),
  word.map((identifier) =>
    ((dataset) => call<AnyNode>('datasets', (node) => node.datasets(dataset), dataset))({
      identifier,
      version: 1,
      mountPath: '/mnt',
    }),
  ),
  word.map((value) =>
    ((use) => call<AnyNode>('component', (node) => node.component(latest, use), use, use.inputs))({
      inputs: { source: value },
    }),
  ),
  fc.array(word).map((guids) => call('reads', (node) => node.reads(...guids), guids)),
  fc.array(word).map((guids) => call('writes', (node) => node.writes(...guids), guids)),
  fc.array(word).map((names) => call('after', (node) => node.after(...names, external('a.b'), projectRoot()), names)),
  fc.constant(call('afterPrevious', (node) => node.afterPrevious('self', 'children', external('a.b'), virtual('v')))),
  strategy.map((value) => call('strategy', (node) => node.strategy(value), value)),
  trigger.map((value) => call('trigger', (node) => node.trigger(value), value)),
  schedule.map((value) => call('schedule', (node) => node.schedule(value), value)),
  fc.boolean().map((value) => call('autoParse', (node) => node.autoParse(value))),
  fields.map((value) => call('extra', (node) => node.extra(value), value)),
  fields.map((metadata) =>
    ((value) => call<AnyNode>('fields', (node) => node.fields(value), value, metadata))({ metadata }),
  ),
  word.map((value) => call('suppress', (node) => node.suppress('name/characters', value))),
  fc.boolean().map((value) => call('when', (node) => node.when(value, (inner) => inner.owner('o')))),
  fc.constant(call('toJSON', (node) => node.toJSON())),
]

const datasource = fc.record({ name: word, type: word })
const defaults = fc.record({ owner: word, datasource, resourceGroup: word, strategy }, { requiredKeys: [] })
const nodeList = fc.uniqueArray(word, { maxLength: 4 }).map((names): AnyNode[] => names.map((name) => virtual(name)))

const workflowCalls: Calls<Workflow> = [
  word.map((value) => call('id', (builder) => builder.id(value))),
  word.map((value) => call('path', (builder) => builder.path(value))),
  word.map((value) => call('owner', (builder) => builder.owner(value))),
  word.map((value) => call('description', (builder) => builder.description(value))),
  word.map((value) => call('cron', (builder) => builder.cron(value))),
  schedule.map((value) => call('schedule', (builder) => builder.schedule(value), value)),
  word.map((value) => call('timezone', (builder) => builder.timezone(value))),
  word.map((value) => call('startTime', (builder) => builder.startTime(value))),
  word.map((value) => call('endTime', (builder) => builder.endTime(value))),
  fc.nat().map((value) => call('delaySeconds', (builder) => builder.delaySeconds(value))),
  fc.constant(call('cycleType', (builder) => builder.cycleType('Daily'))),
  fc.nat().map((value) => call('calendar', (builder) => builder.calendar(value))),
  strategy.map((value) => call('strategy', (builder) => builder.strategy(value), value)),
  word.map((value) =>
    ((options) => call<Workflow>('param', (builder) => builder.param('p', value, options), options))({
      description: value,
    }),
  ),
  word.map((value) => call('trigger', (builder) => triggerWorkflow(builder.name).trigger(value))),
  word.map((value) =>
    ((options) => call<Workflow>('output', (builder) => builder.output(value, options), options))({
      refTableName: value,
    }),
  ),
  word.map((value) =>
    call('after', (builder) => builder.after(workflow(value), virtual(value), external('a.b'), projectRoot())),
  ),
  fc.constant(call('afterPrevious', (builder) => builder.afterPrevious('self', 'children', workflow('other')))),
  fc.boolean().map((value) => call('citable', (builder) => builder.citable(value))),
  defaults.map((value) =>
    call('defaults', (builder) => builder.defaults(value), value, value.datasource ?? {}, value.strategy ?? {}),
  ),
  nodeList.map((value) => call('nodes', (builder) => builder.nodes(...value), value)),
  nodeList.map((value) => call('nodeList', (builder) => builder.nodeList(value), value)),
  word.map((value) => call('outputOf', (builder) => builder.outputOf(value))),
  fields.map((value) => call('extra', (builder) => builder.extra(value), value)),
  fields.map((metadata) =>
    ((value) => call<Workflow>('fields', (builder) => builder.fields(value), value, metadata))({ metadata }),
  ),
  word.map((value) => call('suppress', (builder) => builder.suppress('name/characters', value))),
  fc.boolean().map((value) => call('when', (builder) => builder.when(value, (inner) => inner.owner('o')))),
  fc.constant(call('node', (builder) => builder.nodes(virtual('n')).node('n'))),
  fc.constant(call('allNodes', (builder) => builder.allNodes())),
  fc.constant(call('check', (builder) => builder.check())),
  fc.constant(call('review', (builder) => builder.review())),
  fc.constant(call('toTrigger', (builder) => builder.cron('00 02 00 * * ?').toTrigger())),
  fc.constant(call('toJSON', (builder) => builder.toJSON())),
]

/** What the types of a builder do not show, its properties, and `build`, which the documents' own tests call. */
const others = [
  'constructor',
  'build',
  'name',
  'kind',
  'draft',
  'restructured',
  'compared',
  'buildSettings',
  'optionFaults',
]

function methodsOf(builder: object): string[] {
  const names = new Set<string>()
  for (let one = Object.getPrototypeOf(builder); one !== Object.prototype; one = Object.getPrototypeOf(one)) {
    for (const name of Object.getOwnPropertyNames(one)) if (!others.includes(name)) names.add(name)
  }
  return [...names]
}

function holdsStill<Builder>(start: Builder, calls: Calls<Builder>, show: (builder: Builder) => string): void {
  const sequence = fc.array(fc.oneof(...calls), { maxLength: 12 })
  const property = fc.property(sequence, (steps) => {
    let builder = start
    for (const { run, objects } of steps) {
      const json = show(builder)
      const copies = objects.map((object) => JSON.stringify(object))
      const result = run(builder)
      expect(show(builder)).toBe(json)
      expect(objects.map((object) => JSON.stringify(object))).toEqual(copies)
      // An empty object is frozen by definition once it is not extensible, so extensibility is what tells.
      expect(objects.every((object) => Object.isExtensible(object))).toBe(true)
      if (Object.getPrototypeOf(result) === Object.getPrototypeOf(builder)) builder = result as Builder
    }
  })
  fc.assert(property, { numRuns: 300 })
}

describe('a node builder', () => {
  it('is never changed by a call, and neither freezes nor changes what it is given', () => {
    holdsStill<AnyNode>(odpsSql('node'), nodeCalls, (node) => JSON.stringify(workflow('w').nodeList([node])))
  })

  it('has no method these tests do not call', () => {
    const samples = nodeCalls.map((arbitrary) => fc.sample(arbitrary, 1)[0]?.method)
    expect(methodsOf(odpsSql('node')).sort()).toEqual(samples.sort())
  })
})

describe('a workflow builder', () => {
  it('is never changed by a call, and neither freezes nor changes what it is given', () => {
    holdsStill<Workflow>(workflow('flow'), workflowCalls, (builder) => JSON.stringify(builder))
  })

  it('has no method these tests do not call', () => {
    const samples = workflowCalls.map((arbitrary) => fc.sample(arbitrary, 1)[0]?.method)
    expect(methodsOf(workflow('flow')).sort()).toEqual(samples.sort())
  })
})

it('keeps nothing of an object the caller changes later', () => {
  const extra = { script: { runtime: { sparkConf: { cores: 1 } } } }
  const chosen = { rerunTimes: 1 }
  const shared = { owner: 'a', datasource: { name: 'first' }, strategy: { rerunTimes: 1 } }
  const node = odpsSql('n').extra(extra).strategy(chosen)
  const builder = workflow('w').cron('00 02 00 * * ?').nodes(node).defaults(shared)
  const before = JSON.stringify(builder)
  extra.script.runtime.sparkConf.cores = 2
  chosen.rerunTimes = 9
  shared.datasource.name = 'second'
  shared.strategy.rerunTimes = 5
  expect(JSON.stringify(builder)).toBe(before)
})

it('lets two workflows be forked from one, and one node stand in both', () => {
  const start = virtual('start')
  const base = workflow('base').cron('00 02 00 * * ?').nodes(start)
  const dev = base.owner('dev').nodes(odpsSql('check').code('select 1').after(start))
  const prod = base.owner('prod')
  expect(dev.build().spec.workflows?.[0]?.nodes).toHaveLength(2)
  expect(prod.build().spec.workflows?.[0]).toMatchObject({ owner: 'prod', nodes: [{ name: 'start' }] })
  expect(manualWorkflow('other').nodes(start).build().spec.workflows?.[0]?.nodes?.[0]?.script?.path).toBe('other/start')
})

it('builds a document that is frozen throughout', () => {
  const document = workflow('w')
    .cron('00 02 00 * * ?')
    .nodes(
      odpsSql('n')
        .code('x')
        .param('a', 'b')
        .datasource('d')
        .extra({ metadata: { tags: ['t'] } }),
    )
    .build()
  const queue: unknown[] = [document]
  let seen = 0
  for (const value of queue) {
    if (typeof value !== 'object' || value === null) continue
    expect(Object.isFrozen(value)).toBe(true)
    seen += 1
    queue.push(...Object.values(value))
  }
  expect(seen).toBeGreaterThan(20)
})
