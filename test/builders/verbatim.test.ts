import { external, fileResource, isFlowSpecError, odpsSql, shell, udf, verbatim, virtual, workflow } from 'flowspec'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

const code = 'select 1'

// After ten thousand builders places are kept only when they are asked for, and other tests may have started as many.
beforeEach(() => {
  vi.stubEnv('FLOWSPEC_TRACE', '1')
})
afterEach(() => {
  vi.unstubAllEnvs()
})
const held = { name: 'held', script: { path: 'held', content: code, runtime: { command: 'ODPS_SQL' } } }

/** The body of what a builder makes. */
function bodyOf(builder: { toJSON(): unknown }): Readonly<Record<string, unknown>> {
  return Object(Object(builder.toJSON()).spec)
}

function namesIn(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list.map((one) => Object(one).name) : []
}

describe('what a verbatim document has already', () => {
  test.each([
    ['nodes', { nodes: [held] }, (one: ReturnType<typeof verbatim>) => one.nodes(odpsSql('added').code(code))],
    [
      'workflows',
      { workflows: [{ name: 'held', script: { path: 'held', runtime: { command: 'WORKFLOW' } } }] },
      (one: ReturnType<typeof verbatim>) => one.workflows(workflow('added').cron('00 02 00 * * ?')),
    ],
    [
      'fileResources',
      { fileResources: [{ name: 'held' }] },
      (one: ReturnType<typeof verbatim>) => one.entities(fileResource('added')),
    ],
  ])('of %s stays before what is added', (list, spec, add) => {
    const added = add(verbatim({ kind: 'CycleWorkflow', version: '1.1.0', spec }))
    expect(namesIn(bodyOf(added)[list])).toEqual(['held', 'added'])
  })

  test('of dependencies stays before those of the nodes', () => {
    const flow = [{ nodeId: 'held', depends: [{ type: 'Normal', output: 'retail.raw' }] }]
    const start = virtual('start')
    const body = bodyOf(
      verbatim({ kind: 'CycleWorkflow', version: '1.1.0', spec: { nodes: [held], flow } }).nodes(
        start,
        odpsSql('added').code(code).after(start),
      ),
    )
    expect(namesIn(body['flow'])).toHaveLength(2)
    expect(body['flow']).toEqual([...flow, expect.objectContaining({ nodeId: 'added' })])
  })

  test('does not move the places of faults', () => {
    const found = verbatim({ kind: 'CycleWorkflow', version: '1.1.0', spec: { nodes: [held] } })
      .nodes(shell('added').codeFile('not-there.sh'))
      .check()
    expect(found.find(({ rule }) => rule === 'code/file-unreadable')?.path).toMatch(/^\/spec\/nodes\/1\//)
  })
})

test('faults of an entity lead to the call that started it', () => {
  const found = verbatim({ kind: 'Function', version: '1.1.0' })
    .entities(fileResource('first'), udf('0 wrong'))
    .check({ trace: true })
  const faults = found.filter(({ path }) => path.startsWith('/spec/functions/0'))
  expect(faults.length).toBeGreaterThan(0)
  for (const { source } of faults) expect(source?.file).toMatch(/verbatim\.test\.ts$/)
})

test('a place of extra fields that is not there is told as it was written', () => {
  const found = workflow('orders')
    .cron('00 02 00 * * ?')
    .nodes(odpsSql('ods').code(code).extra('/a~1b/c~0d', { priority: 1 }))
    .check()
  expect(found.map(({ message }) => message)).toContainEqual(expect.stringContaining('"/a~1b/c~0d"'))
})

describe('how a verbatim document is written', () => {
  const first = odpsSql('first').id('1').output('retail.first').code(code)
  const last = odpsSql('last').id('2').code(code).after(first)
  const built = (node: string) => ({ script: { runtime: { command: 'ODPS_SQL' }, content: code }, name: node })
  const nodes = [
    { ...built('first'), id: '1', outputs: { nodeOutputs: [{ data: 'retail.first', artifactType: 'NodeOutput' }] } },
    { ...built('last'), id: '2' },
  ]
  const named = { type: 'Normal', output: 'retail.first', refTableName: 'first' }

  test.each([
    ['named', named],
    [undefined, named],
    ['output', { type: 'Normal', output: 'retail.first' }],
    ['id', { type: 'Normal', nodeId: '1' }],
  ] as const)('its dependencies are %s', (edges, depend) => {
    const document = verbatim({ kind: 'Node', version: '2.0.0' }, edges === undefined ? {} : { edges })
    expect(document.nodes(first, last).toJSON()).toEqual({
      kind: 'Node',
      version: '2.0.0',
      spec: { nodes, dependencies: [{ nodeId: '2', depends: [depend] }] },
    })
  })

  test.each([
    ['2.0.0', undefined, 'dependencies'],
    ['1.2.0', undefined, 'flow'],
    [undefined, undefined, 'flow'],
    ['2.0.0', 'flow', 'flow'],
    ['1.1.0', 'dependencies', 'dependencies'],
  ] as const)('of version %s, in the field %s they stand under %s', (version, field, expected) => {
    const fields = version === undefined ? {} : { version }
    const options = field === undefined ? {} : { field }
    const body = bodyOf(verbatim({ kind: 'Node', ...fields }, options).nodes(first, last))
    expect(Object.keys(body).sort()).toEqual(['nodes', expected].sort())
  })

  test('its nodes, workflows and entities may stand in the document itself', () => {
    const added = workflow('orders').cron('00 02 00 * * ?').after(external('retail.raw'))
    const document = verbatim({ kind: 'CycleWorkflow', version: '1.0.0', name: 'n' }, { body: 'document' })
      .nodes(first, last)
      .workflows(added)
      .entities(fileResource('a.py').extra({ type: 'nope' }))
    expect(document.toJSON()).toMatchObject({
      kind: 'CycleWorkflow',
      version: '1.0.0',
      name: 'n',
      nodes,
      workflows: [{ name: 'orders' }],
      fileResources: [{ name: 'a.py' }],
      flow: [
        { nodeId: '2', depends: [named] },
        { nodeId: 'orders', depends: [{ type: 'Normal', output: 'retail.raw' }] },
      ],
    })
    expect(document.toJSON()).not.toHaveProperty('spec')
  })

  test('what stands in spec is none of the document where the body is the document', () => {
    const document = verbatim({ kind: 'Node', spec: { nodes: [held] } }, { body: 'document' }).nodes(first)
    expect(document.toJSON()).toEqual({ kind: 'Node', spec: { nodes: [held] }, nodes: [nodes[0]] })
  })

  test('a document to which nothing is added stays as it is', () => {
    const given = { kind: 'Node', version: '1.1.0', spec: { nodes: [held] } }
    expect(verbatim(given).toJSON()).toEqual(given)
    expect(verbatim({ kind: 'Node' }).toJSON()).toEqual({ kind: 'Node', spec: {} })
    expect([verbatim(given).kind, verbatim({}).kind]).toEqual(['Node', ''])
  })

  test('a node that comes after nothing brings no list of dependencies', () => {
    expect(Object.keys(bodyOf(verbatim({ kind: 'Node' }).nodes(first)))).toEqual(['nodes'])
    const quiet = workflow('quiet').cron('00 02 00 * * ?')
    expect(Object.keys(bodyOf(verbatim({ kind: 'CycleWorkflow' }).workflows(quiet)))).toEqual(['workflows'])
  })

  test('each call adds to those before it', () => {
    const other = workflow('other').cron('00 02 00 * * ?')
    const body = bodyOf(
      verbatim({ kind: 'CycleWorkflow', version: '1.1.0' })
        .nodes(first)
        .nodes(last)
        .workflows(other)
        .workflows(workflow('more').cron('00 02 00 * * ?'))
        .entities(fileResource('a.py'))
        .entities(fileResource('b.py')),
    )
    expect(['nodes', 'workflows', 'fileResources'].map((list) => namesIn(body[list]))).toEqual([
      ['first', 'last'],
      ['other', 'more'],
      ['a.py', 'b.py'],
    ])
  })

  test('defaults fill in what nodes and workflows do not say, the later ones before the earlier', () => {
    const only = odpsSql('only').code(code)
    const own = odpsSql('own').owner('3').code(code)
    const orders = workflow('orders')
      .cron('00 02 00 * * ?')
      .defaults({ strategy: { priority: 7 } })
      .nodes(first)
    const document = verbatim({ kind: 'CycleWorkflow', version: '1.1.0' })
      .defaults({ owner: '1', strategy: { priority: 3 } })
      .nodes(only, own)
      .workflows(orders)
      .defaults({ owner: '2' })
    expect(bodyOf(document)).toMatchObject({
      nodes: [
        { name: 'only', owner: '2', priority: 3 },
        { name: 'own', owner: '3', priority: 3 },
      ],
      workflows: [{ name: 'orders', nodes: [{ name: 'first', owner: '2', priority: 7 }] }],
    })
  })
})

describe('what is said of a verbatim document', () => {
  const orders = workflow('orders').cron('00 02 00 * * ?')

  test('stands at the places of the document, whatever it has already', () => {
    const spec = { workflows: [{ name: 'held', script: { path: 'held', runtime: { command: 'WORKFLOW' } } }] }
    const found = verbatim({ kind: 'CycleWorkflow', version: '1.1.0', spec })
      .workflows(orders.nodes(shell('added').codeFile('not-there.sh')))
      .check()
    expect(found.find(({ rule }) => rule === 'code/file-unreadable')?.path).toMatch(/^\/spec\/workflows\/1\/nodes\/0\//)
  })

  test('of an entity stands where that is', () => {
    const spec = { functions: [{ name: 'held', className: 'a.B' }] }
    const fault = (body: 'spec' | 'document') =>
      verbatim({ kind: 'Function', version: '1.1.0', ...(body === 'spec' ? { spec } : spec) }, { body })
        .entities(udf('to_cents').extra('/a/b', { c: 1 }))
        .check()
        .map(({ path }) => path)
        .filter((path) => path.includes('/functions/'))
    expect(new Set(fault('spec'))).toEqual(new Set(['/spec/functions/1']))
    expect(new Set(fault('document'))).toEqual(new Set(['/functions/1']))
  })

  test('is silenced where an entity says so', () => {
    const bare = udf('to_cents').className('')
    const document = (one: typeof bare) =>
      verbatim({ kind: 'Function', version: '1.1.0' }).entities(udf('held').className('a.B'), one)
    const rulesOf = (one: typeof bare) =>
      document(one)
        .check()
        .map(({ rule, path }) => `${rule} ${path}`)
    expect(rulesOf(bare)).toEqual(['document/missing-content /spec/functions/1'])
    expect(rulesOf(bare.suppress('document/missing-content', 'made by hand'))).toEqual([])
  })

  test.each([
    ['1.1.0', []],
    ['1.2.0', ['build() cannot write a document of version 1.1.0 as 1.2.0.']],
  ] as const)('is told where another version is asked for: %s', (version, messages) => {
    const found = verbatim({ kind: 'Node', version: '1.1.0', spec: { nodes: [held] } }).check({ version })
    expect(found.filter(({ rule }) => rule === 'schema/value').map(({ message }) => message)).toEqual(messages)
  })

  test('names the version that a document does not have', () => {
    const found = verbatim({ kind: 'Node', spec: { nodes: [held] } }).check({ version: '1.2.0' })
    expect(found.filter(({ rule }) => rule === 'schema/value')).toMatchObject([
      {
        message: 'build() cannot write a document of version unknown as 1.2.0.',
        hint: 'Convert it: convertSpec(document, { version }).',
        path: '/version',
      },
    ])
  })
})

/** What a call throws, or does not. */
function thrown(call: () => unknown): string {
  try {
    call()
    return 'nothing'
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    return error.diagnostics.map(({ message, hint }) => `${message} ${hint ?? ''}`).join('\n')
  }
}

// As programs give them that are not type checked.
const given = (value: unknown) => JSON.parse(JSON.stringify(value))

test.each<[words: readonly string[], call: () => unknown]>([
  [['verbatim()', 'document', 'an object that JSON can hold'], () => verbatim(given(5))],
  [['verbatim()', 'document'], () => verbatim(given([]))],
  [['verbatim()', 'document'], () => verbatim({ at: new Date(0) })],
  [['verbatim()', 'document'], () => verbatim({ call: () => 1 })],
  [['verbatim()', 'edges', '"ids"'], () => verbatim({}, given({ edges: 'ids' }))],
  [['verbatim()', 'field', '"flows"'], () => verbatim({}, given({ field: 'flows' }))],
  [['verbatim()', 'body', '"specs"'], () => verbatim({}, given({ body: 'specs' }))],
  [['verbatim()', 'edge'], () => verbatim({}, given({ edge: 'id' }))],
  [['nodes()', 'node'], () => verbatim({}).nodes(given({ name: 'x' }))],
  [['workflows()', 'a workflow'], () => verbatim({}).workflows(given({ name: 'x' }))],
  [['entities()', 'a resource, a function'], () => verbatim({}).entities(given({ name: 'x' }))],
  [['defaults()', 'ownr'], () => verbatim({}).defaults(given({ ownr: 'x' }))],
])('a wrong argument is told: %j', (words, call) => {
  const text = thrown(call)
  expect(words.filter((word) => !text.includes(word))).toEqual([])
})
