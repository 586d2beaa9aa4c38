import {
  checkProject,
  checkSpec,
  type Diagnostic,
  formatDiagnostics,
  odpsSql,
  type ProjectCheckSettings,
  type ProjectDocuments,
  project,
  workflow,
} from 'flowspec'
import { defineRule } from 'flowspec/rules'
import { describe, expect, test } from 'vitest'
import { at, baseDocument } from './support/base-document.ts'
import { append, both, edited, set } from './support/edit.ts'
import { datasourceDocument, retail, returnsDocument, typedNode } from './support/retail-project.ts'

const settings: ProjectCheckSettings = { identifier: 'retail' }
const returns = returnsDocument('retail.orders')
const twin = structuredClone(baseDocument)
const lost = edited(
  baseDocument,
  append(`${at.workflow}/dependencies/2/depends`, { type: 'Normal', output: 'retail.refunt' }),
)
const circle = edited(
  baseDocument,
  append(`${at.workflow}/dependencies/0/depends`, { type: 'Normal', output: 'retail.refund' }),
)
const badCron = edited(baseDocument, set(`${at.workflow}/trigger/cron`, 'x'))
const offers = edited(
  returnsDocument('retail_root'),
  set(`${at.workflow}/nodes/0/outputs/nodeOutputs/0/data`, 'retail.orders'),
)
const samePath = edited(returns, set(`${at.workflow}/script/path`, 'retail/orders'))

const brief = ({ rule, path }: Diagnostic): string => `${rule} ${path}`
const briefs = (documents: readonly unknown[], more: Partial<ProjectCheckSettings> = {}): string[] =>
  checkProject(documents, { ...settings, ...more }).map(brief)

const projects: readonly (readonly [name: string, documents: readonly object[], found: readonly string[]])[] = [
  ['no documents', [], []],
  ['documents with nothing wrong', [baseDocument, returns], []],
  ['one document given twice', [baseDocument, baseDocument], []],
  [
    'two of one name, told of the later',
    [baseDocument, twin],
    [`project/duplicate-name /documents/1${at.workflow}/name`],
  ],
  [
    'three of one name, told of both later ones',
    [baseDocument, twin, structuredClone(baseDocument)],
    [1, 2].map((position) => `project/duplicate-name /documents/${position}${at.workflow}/name`),
  ],
  [
    'one output offered twice',
    [baseDocument, offers],
    [`project/duplicate-output /documents/1${at.workflow}/nodes/0/outputs/nodeOutputs/0/data`],
  ],
  [
    'one path taken twice',
    [baseDocument, samePath],
    ['name/path-mismatch', 'project/duplicate-path'].map((rule) => `${rule} /documents/1${at.workflow}/script/path`),
  ],
  [
    'an output nobody offers',
    [returns, lost],
    [`project/unknown-output /documents/1${at.workflow}/dependencies/2/depends/3/output`],
  ],
  [
    'a cycle, told of the first',
    [returns, circle],
    [`project/cycle /documents/0${at.workflow}/dependencies/0/depends/0`],
  ],
  [
    'one data source of two types, told of the later',
    [baseDocument, typedNode('hologres')],
    ['node/datasource-types /documents/1/spec/nodes/0/datasource/type'],
  ],
  [
    'one data source of two types, told of the later, which is the other',
    [typedNode('hologres'), returns, baseDocument],
    [`node/datasource-types /documents/2${at.ods}/datasource/type`],
  ],
  [
    'one data source of three types, told of both later ones',
    [datasourceDocument('odps_first', 'mysql'), typedNode('hologres'), baseDocument],
    [
      'node/datasource-types /documents/1/spec/nodes/0/datasource/type',
      `node/datasource-types /documents/2${at.ods}/datasource/type`,
    ],
  ],
  ['a fault of one document', [returns, badCron], [`schedule/cron-syntax /documents/1${at.workflow}/trigger/cron`]],
]

describe('a check of all documents of a project finds', () => {
  test.each(projects)('%s', (_, documents, found) => {
    expect(briefs(documents)).toEqual(found)
  })

  test.each(projects)(
    'of %s nothing that the checks of the documents do not, and each fault of theirs',
    (_, documents) => {
      const all = retail(...documents)
      const inDocuments = documents.flatMap((document, position) =>
        checkSpec(document, { project: all }).map(({ rule, path, message }) => ({
          rule,
          path: `/documents/${position}${path}`,
          message,
        })),
      )
      const found = checkProject(documents, settings).map(({ rule, path, message }) => ({ rule, path, message }))
      for (const one of found) expect(inDocuments).toContainEqual(one)
      const rules = (list: readonly { readonly rule: string }[]) => new Set(list.map(({ rule }) => rule))
      expect(rules(found)).toEqual(rules(inDocuments))
    },
  )
})

test('each diagnostic names its document', () => {
  expect(checkProject([returns, badCron], settings)).toMatchObject([{ document: 'orders' }])
  expect(formatDiagnostics(checkProject([returns, badCron], settings))).toContain('at /documents/1/spec/workflows/0/')
})

test('documents are checked as builders of them are', () => {
  const sql = (name: string) => odpsSql(name).code('select ${x}')
  const daily = (name: string) => workflow(name).cron('00 02 00 * * ?')
  const builder = project('retail').add(daily('a').nodes(sql('n')), daily('b').nodes(sql('n')))
  const { documents } = JSON.parse(JSON.stringify(builder)) as ProjectDocuments
  expect(builder.check().length).toBeGreaterThan(2)
  expect(checkProject(documents, settings)).toEqual(builder.check())
})

describe('settings of the check of a project', () => {
  const both2 = [baseDocument, twin, badCron]
  const reason = 'agreed upon'
  const name = `/documents/1${at.workflow}/name`

  test.each<readonly [string, Partial<ProjectCheckSettings>, readonly string[]]>([
    ['a rule that is off', { rules: { 'project/duplicate-name': 'off', 'schedule/cron-syntax': 'off' } }, []],
    [
      'a part that is silenced',
      { suppress: [{ rule: 'project/duplicate-name', path: '/documents/1', reason }] },
      [
        `project/duplicate-name /documents/2${at.workflow}/name`,
        `schedule/cron-syntax /documents/2${at.workflow}/trigger/cron`,
      ],
    ],
    [
      'a rule that is silenced everywhere',
      { suppress: [{ rule: 'project/duplicate-name', reason }] },
      [`schedule/cron-syntax /documents/2${at.workflow}/trigger/cron`],
    ],
    [
      'a misspelt rule, told once',
      { rules: { 'project/duplicate-nam': 'off' } as NonNullable<ProjectCheckSettings['rules']> },
      [
        'settings/unknown-rule ',
        `project/duplicate-name ${name}`,
        `project/duplicate-name /documents/2${at.workflow}/name`,
        `schedule/cron-syntax /documents/2${at.workflow}/trigger/cron`,
      ],
    ],
    [
      'a suppression without a reason, told once',
      {
        rules: { 'project/duplicate-name': 'off' },
        suppress: [{ rule: 'schedule/cron-syntax', reason: '' }],
      },
      ['suppression/missing-reason ', `schedule/cron-syntax /documents/2${at.workflow}/trigger/cron`],
    ],
  ])('%s', (_, more, found) => {
    expect(briefs(both2, more)).toEqual(found)
  })

  test("the team's own rules look at each document", () => {
    const custom = [
      defineRule({
        name: 'custom/seen',
        severity: 'info',
        summary: 'Each document.',
        run: (_, report) => report({ path: '', message: 'seen' }),
      }),
    ]
    expect(briefs([baseDocument, returns], { custom })).toEqual([
      'custom/seen /documents/0',
      'custom/seen /documents/1',
    ])
  })
})

const trap = (): object => ({
  get kind(): string {
    throw new Error('boom')
  },
})

test('a document that cannot be read keeps nothing from being said of the others', () => {
  expect(briefs([trap(), badCron])).toEqual([
    'document/not-json /documents/0',
    `schedule/cron-syntax /documents/1${at.workflow}/trigger/cron`,
  ])
})

test.each([
  ['no list', undefined, settings, 'schema/type /documents'],
  ['one document instead of a list', baseDocument, settings, 'schema/type /documents'],
  ['no identifier', [], {}, 'name/characters /identifier'],
  ['an identifier that is no text', [], { identifier: 7 }, 'name/characters /identifier'],
])('%s is told, not thrown', (_, documents, given, found) => {
  expect(checkProject(documents as never, given as never).map(brief)).toEqual([found])
})

/** A list of documents that are not frozen, of one wrong name less. */
const named = (name: string) =>
  edited(returns, both(set(`${at.workflow}/name`, name), set(`${at.workflow}/script/path`, name)))

describe('what is remembered of a project is right when', () => {
  const clash = [`project/duplicate-name ${at.workflow}/name`]
  const ofBase = (documents: readonly object[]) => checkSpec(baseDocument, { project: retail(...documents) }).map(brief)
  const nameOf = (document: object, name: string): void => {
    set(`${at.workflow}/name`, name)(document)
  }

  test('the checked document has changed', () => {
    const document = structuredClone(baseDocument)
    const whole = retail(document, named('sales'))
    expect(checkSpec(document, { project: whole })).toEqual([])
    nameOf(document, 'sales')
    set(`${at.workflow}/script/path`, 'sales/x')(document)
    expect(checkSpec(document, { project: whole }).map(({ rule }) => rule)).toContain('project/duplicate-name')
  })

  test('a document is added to the list, or replaced in it', () => {
    const documents: object[] = [baseDocument]
    const whole = { identifier: 'retail', documents }
    const check = () => checkSpec(baseDocument, { project: whole }).map(brief)
    expect(check()).toEqual([])
    documents.push(twin)
    expect(check()).toEqual(clash)
    documents[1] = named('sales')
    expect(check()).toEqual([])
  })

  test('another document has changed and is given in a new list', () => {
    const other = named('sales')
    expect(ofBase([baseDocument, other])).toEqual([])
    nameOf(other, 'orders')
    expect(ofBase([baseDocument, other])).toEqual(clash)
  })

  test('another document has changed since, and the object is new', async () => {
    const documents = [baseDocument, named('sales')]
    const check = () => checkSpec(baseDocument, { project: { identifier: 'retail', documents } }).map(brief)
    expect(check()).toEqual([])
    await Promise.resolve()
    nameOf(documents[1] ?? {}, 'orders')
    expect(check()).toEqual(clash)
  })

  test('the object is frozen and what it holds is not, or runs code', () => {
    const inner = named('sales')
    const shallow = Object.freeze({ ...inner })
    const start = Object.freeze({ ...baseDocument })
    const check = () => checkSpec(start, { project: retail(start, shallow) }).map(brief)
    expect(check()).toEqual([])
    nameOf(inner, 'orders')
    expect(check()).toEqual(clash)
  })
})
