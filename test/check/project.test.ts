import {
  checkProject,
  checkSpec,
  type Diagnostic,
  external,
  type ProjectDocuments,
  project,
  shell,
  workflow,
} from 'flowspec'
import { describe, expect, test } from 'vitest'
import { at, baseDocument } from './support/base-document.ts'
import { append, both, edited, set } from './support/edit.ts'
import { resourceDocument, retail, returnsDocument } from './support/retail-project.ts'

const returns = returnsDocument('retail.orders')
const rename = (name: string) =>
  both(set(`${at.dwd}/name`, name), set(`${at.dwd}/script/path`, `retail/orders/${name}`))

function brief(document: unknown, project: ProjectDocuments): string[] {
  return checkSpec(document, { project }).map(({ rule, path }) => `${rule} ${path}`)
}

/** The base document under other names, so that nothing of it clashes with another one. */
function numbered(number: number): object {
  const document: unknown = JSON.parse(
    JSON.stringify(baseDocument).replaceAll(/(start|ods|dwd|orders|daily_1|ods_out)\b/g, `$1_${number}`),
  )
  return document as object
}

describe('a document that stands in its project', () => {
  test('does not collide with itself', () => {
    expect(brief(baseDocument, retail(baseDocument))).toEqual([])
    expect(brief(baseDocument, retail(returns, baseDocument, baseDocument))).toEqual([])
  })

  test('collides with an equal one that stands beside it', () => {
    const twin = structuredClone(baseDocument)
    expect(brief(baseDocument, retail(baseDocument, twin))).toEqual([`project/duplicate-name ${at.workflow}/name`])
    expect(brief(twin, retail(baseDocument, twin))).toEqual([`project/duplicate-name ${at.workflow}/name`])
  })
})

describe('a document that does not', () => {
  test('takes the place of the one of its name', () => {
    expect(brief(edited(baseDocument, rename('dwd_2')), retail(baseDocument, returns))).toEqual([])
  })

  test('takes the place of one of them only', () => {
    const project = retail(baseDocument, structuredClone(baseDocument))
    expect(brief(edited(baseDocument, rename('dwd_2')), project)).toContain(
      `project/duplicate-name ${at.workflow}/name`,
    )
  })

  test('takes the place of the one the service gave its id, whatever its name', () => {
    const withId = set(`${at.workflow}/id`, '7635763838174670999')
    const other = both(withId, set(`${at.workflow}/name`, 'sales'), set(`${at.workflow}/script/path`, 'retail/sales'))
    expect(brief(edited(baseDocument, other), retail(edited(baseDocument, withId)))).toEqual([])
  })

  test('closes a circle that its other version did not', () => {
    const later = edited(
      baseDocument,
      append(`${at.workflow}/dependencies/0/depends`, { type: 'Normal', output: 'retail.refund' }),
    )
    const circle = [`project/cycle ${at.workflow}/dependencies/0/depends/1`]
    expect(brief(later, retail(baseDocument, returns))).toEqual(circle)
    expect(brief(later, retail(returns))).toEqual(circle)
    expect(brief(baseDocument, retail(later, returns))).toEqual([])
  })
})

test('two documents that speak of one thing of the service do not collide', () => {
  const withId = edited(baseDocument, set(`${at.workflow}/id`, '7635763838174670999'), rename('dwd'))
  const part = structuredClone(withId)
  for (const field of ['nodes', 'dependencies']) set(`${at.workflow}/${field}`, [])(part)
  expect(brief(part, retail(withId, part))).toEqual([`graph/empty-workflow ${at.workflow}`])
})

test('without a project nothing is said of others', () => {
  const lost = edited(
    baseDocument,
    append(`${at.workflow}/dependencies/2/depends`, { type: 'Normal', output: 'retail.lost' }),
  )
  expect(checkSpec(lost)).toEqual([])
  expect(checkSpec(lost, { project: retail(lost) })).toMatchObject([
    { rule: 'project/unknown-output', subject: { kind: 'node', name: 'report.daily_1' } },
  ])
})

test('an output is not called unknown where the outputs of a document could not be read', () => {
  const lost = edited(
    baseDocument,
    append(`${at.workflow}/dependencies/2/depends`, { type: 'Normal', output: 'retail.lost' }),
  )
  const unread = edited(returns, set(`${at.workflow}/nodes/0/outputs`, 'retail.lost'))
  expect(brief(lost, retail(unread))).toEqual([])
})

test('a workflow that runs another, which runs the first, is in a circle', () => {
  const runs = (name: string, output: string): object => ({
    kind: 'CycleWorkflow',
    version: '1.1.0',
    spec: {
      workflows: [
        {
          name,
          script: { path: name, runtime: { command: 'WORKFLOW' } },
          trigger: { type: 'Scheduler', cron: '00 02 00 * * ?' },
          citable: true,
          outputs: { nodeOutputs: [{ data: `retail.${name}`, artifactType: 'NodeOutput' }] },
          nodes: [
            {
              id: `run_${name}`,
              name: `run_${name}`,
              script: { path: `${name}/run_${name}`, runtime: { command: 'SUB_PROCESS' } },
              subflow: { output },
              outputs: { nodeOutputs: [{ data: `retail.run_${name}`, artifactType: 'NodeOutput' }] },
            },
          ],
        },
      ],
    },
  })
  const [first, second] = [runs('first', 'retail.second'), runs('second', 'retail.first')]
  expect(brief(first, retail(first, second))).toContain(`project/cycle ${at.workflow}`)
  expect(brief(first, retail(first, runs('second', 'retail.third')))).toEqual([])
  expect(brief(first, retail(first))).toEqual([`project/unknown-output ${at.workflow}/nodes/0/subflow/output`])
})

test.each([
  ['no list of documents', { identifier: 'p' }],
  ['nothing', null],
])('%s for a project is no project', (_, project) => {
  const found = checkSpec(baseDocument, { project: project as unknown as ProjectDocuments })
  expect(found).toMatchObject([{ rule: 'builder/argument', message: expect.stringContaining('options.project') }])
})

test('a document in a project that throws when it is read is a fault of its own', () => {
  const project = { identifier: 'p', documents: [trap()] }
  const broken = edited(baseDocument, set(`${at.workflow}/trigger/cron`, 'x'))
  const found = checkSpec(broken, { project })
  expect(found.map(({ rule, path }) => `${rule} ${path}`)).toEqual([
    'document/not-json ',
    `schedule/cron-syntax ${at.trigger}/cron`,
  ])
  expect(found[0]?.message).toMatch(/^Reading the project's documents threw an error: /)
})

function trap(): object {
  return {
    get kind(): string {
      throw new Error('boom')
    },
  }
}

test('documents that are none are passed over', () => {
  expect(checkSpec(baseDocument, { project: { identifier: 'retail', documents: [null, 7, [], 'x', {}] } })).toEqual([])
})

/** How often the workflows of each document are looked at while all of them are checked. */
function looks(count: number, check: (documents: readonly object[]) => readonly Diagnostic[]): readonly number[] {
  const seen: number[] = []
  const documents = Array.from({ length: count }, (_, number) => {
    seen.push(0)
    return new Proxy(numbered(number), {
      get(target, key, receiver): unknown {
        if (key === 'spec') seen[number] = (seen[number] ?? 0) + 1
        return Reflect.get(target, key, receiver)
      },
    })
  })
  expect(check([...documents, resourceDocument])).toEqual([])
  return seen
}

test.each<readonly [how: string, check: (documents: readonly object[]) => readonly Diagnostic[]]>([
  [
    'each is checked with one project',
    (documents) => {
      const project = { identifier: 'retail', documents }
      return documents.flatMap((document) => checkSpec(document, { project }))
    },
  ],
  [
    'each is checked with a project of its own that has the one list',
    (documents) =>
      documents.flatMap((document) => checkSpec(document, { project: { identifier: 'retail', documents } })),
  ],
  ['all are checked at once', (documents) => checkProject(documents, { identifier: 'retail' })],
])('the documents of a project are looked at as often however many there are where %s', (_, check) => {
  expect(new Set(looks(12, check))).toEqual(new Set(looks(3, check)))
})

/** Workflows each of which waits for a misspelt output. */
function misspelt(count: number): ProjectDocuments {
  const flows = Array.from({ length: count }, (_, at) => {
    const load = shell(`load_${at}` as string)
      .code('echo')
      .output(`retail.orders_of_day_${at}`)
    const flow = workflow(`flow_${at}` as string).cron('00 02 00 * * ?')
    return flow.nodes(load.after(external(`retail.ordesr_of_day_${count - 1 - at}`)))
  })
  return project('retail')
    .add(...flows)
    .build()
}

test.each([10, 1000])(
  'in a project of %i documents a misspelt output has the hint that it has in a small one',
  (count) => {
    const { documents } = misspelt(count)
    const hints = documents
      .slice(0, 5)
      .map((document) =>
        checkSpec(document, { project: { identifier: 'retail', documents } }).map(({ rule, hint }) => [rule, hint]),
      )
    for (const [at, found] of hints.entries()) {
      expect(found).toContainEqual(['project/unknown-output', `Did you mean "retail.orders_of_day_${count - 1 - at}"?`])
    }
  },
)
