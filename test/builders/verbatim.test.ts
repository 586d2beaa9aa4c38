import { fileResource, odpsSql, shell, udf, verbatim, virtual, workflow } from 'flowspec'
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
