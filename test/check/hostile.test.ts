import fc from 'fast-check'
import { type CheckOptions, checkSpec, type Diagnostic, ruleNames } from 'flowspec'
import { describe, expect, test } from 'vitest'
import { entityTable } from '../../src/language/generated/entity-table.ts'
import { baseDocument } from './support/base-document.ts'
import { edited, set, valueAt } from './support/edit.ts'

const known: ReadonlySet<string> = new Set(ruleNames)

const rulesOf = (value: unknown): string[] => checkSpec(value).map(({ rule }) => rule)

/** Whether a diagnostic is what every one must be, whatever the document is. */
function isSound({ rule, severity, message, path, docs }: Diagnostic): boolean {
  const isNamed = known.has(rule) && ['error', 'warning', 'info'].includes(severity)
  const isReadable = message.endsWith('.') && !/'undefined'|\[object/.test(message)
  return isNamed && isReadable && /^(?:\/|$)/.test(path) && docs === `docs/rules.md#${rule.replaceAll('/', '-')}`
}

function expectSound(found: readonly Diagnostic[]): void {
  expect(found.filter((diagnostic) => !isSound(diagnostic))).toEqual([])
  const each = found.map(({ rule, path, message }) => `${rule} ${path} ${message}`)
  expect(each.filter((text, at) => each.indexOf(text) !== at)).toEqual([])
}

describe('a value that is no document is one diagnostic', () => {
  test.each<[unknown, string]>([
    [undefined, 'undefined'],
    [null, 'null'],
    [true, 'a boolean'],
    [1, 'a number'],
    [1n, 'a bigint'],
    ['{}', 'a string'],
    [Symbol('s'), 'a symbol'],
    [[], 'a list'],
    [() => 1, 'a function'],
  ])('%#', (value, what) => {
    expect(checkSpec(value)).toMatchObject([
      {
        rule: 'document/not-json',
        severity: 'error',
        path: '',
        message: `A FlowSpec document is an object; this is ${what}.`,
      },
    ])
  })
})

describe('an object that runs code when it is read is one diagnostic', () => {
  const message = /^Reading the document threw an error: .+\.$/

  test.each<[string, () => unknown]>([
    [
      'a getter of the document',
      () => ({
        get kind() {
          throw new Error('no kind today')
        },
      }),
    ],
    [
      'a getter deep inside',
      () => {
        const document = structuredClone(baseDocument)
        const script = valueAt(document, '/spec/workflows/0/nodes/1/script')
        return Object.defineProperty(script, 'content', {
          enumerable: true,
          get: () => {
            throw new TypeError('the disk is gone')
          },
        }) === script
          ? document
          : undefined
      },
    ],
    [
      'what is thrown is no error',
      () => ({
        get spec() {
          // biome-ignore lint/style/useThrowOnlyError: documents may come with any code.
          throw { toString: null }
        },
      }),
    ],
    [
      'a proxy',
      () =>
        new Proxy(
          {},
          {
            get: () => {
              throw new Error('hands off')
            },
          },
        ),
    ],
  ])('%s', (_, make) => {
    const found = checkSpec(make())
    expect(found.map(({ rule, path, severity }) => [rule, path, severity])).toEqual([
      ['document/not-json', '', 'error'],
    ])
    expect(found[0]?.message).toMatch(message)
  })

  test('settings still hold', () => {
    const options: CheckOptions = { rules: { 'document/not-json': 'off' } }
    const document = {
      get kind() {
        throw new Error('no')
      },
    }
    expect(checkSpec(document, options)).toEqual([])
  })

  test('and one whose getters work is read like any other', () => {
    const document = {
      get kind() {
        return 'CycleWorkflow'
      },
      version: '1.1.0',
      spec: { nodes: [] },
    }
    expect(checkSpec(document)).toEqual([])
  })
})

describe('a document that contains itself', () => {
  test('is a diagnostic where it begins again, and not below', () => {
    const variable: Record<string, unknown> = {
      artifactType: 'Variable',
      name: 'v',
      scope: 'Workflow',
      type: 'Constant',
      value: '1',
    }
    variable['referenceVariable'] = variable
    const found = checkSpec(edited(baseDocument, set('/spec/variables', [variable])))
    expect(found.map(({ rule, path }) => `${rule} ${path}`)).toEqual([
      'document/cyclic /spec/variables/0/referenceVariable',
    ])
  })

  test('says each fault of the repeated part once', () => {
    const variable: Record<string, unknown> = {
      artifactType: 'Variable',
      name: 'v',
      scope: 'Workflow',
      type: 'Nothing',
      value: '1',
    }
    variable['referenceVariable'] = { name: 'w', scope: 'Workflow', type: 'Constant', referenceVariable: variable }
    expect(rulesOf(edited(baseDocument, set('/spec/variables', [variable])))).toEqual([
      'document/cyclic',
      'schema/enum',
    ])
  })

  test('in fields that hold anything is looked at no further', () => {
    const metadata: Record<string, unknown> = {}
    metadata['metadata'] = metadata
    expect(checkSpec(edited(baseDocument, set('/metadata', metadata)))).toEqual([])
  })
})

describe('a document that is too much', () => {
  const variable = (below: object): object => ({
    artifactType: 'Variable',
    name: 'v',
    scope: 'Workflow',
    type: 'Constant',
    ...below,
  })

  function nested(levels: number): object {
    let inner = variable({})
    for (let level = 1; level < levels; level++) inner = variable({ referenceVariable: inner })
    return edited(baseDocument, set('/spec/variables', [inner]))
  }

  test('may nest entities 256 levels deep', () => {
    expect(checkSpec(nested(255))).toEqual([])
    expect(rulesOf(nested(256))).toEqual(['document/too-deep'])
  })

  test('may nest 100,000 levels deep where anything goes', () => {
    let deep: unknown = 1
    for (let level = 0; level < 100_000; level++) deep = level % 2 === 0 ? [deep] : { deep }
    expect(checkSpec(edited(baseDocument, (it) => Object.assign(it, { metadata: { deep } })))).toEqual([])
  })

  test('gives one diagnostic when it repeats one object without end', () => {
    const node = { name: 'n', priority: 9 }
    const nodes = new Array(2000).fill(node)
    const workflow = { nodes }
    const document = { kind: 'CycleWorkflow', version: '1.1.0', spec: { workflows: new Array(2001).fill(workflow) } }
    expect(rulesOf(document)).toEqual(['document/too-large'])
  })
})

/** Objects with the field names of the language and any values in them, so that rules get to see them. */
const fieldNames = [...new Set(Object.values(entityTable).flatMap(({ fields }) => fields))]
const anything = fc.oneof(
  fc.constantFrom('', 'Normal', 'Scheduler', 'CycleWorkflow', 'Denied', 'Manual', '1.1.0', 'a', 'b', '/', '\n'),
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true, withNullPrototype: true }),
)
const { document } = fc.letrec((tie) => ({
  record: fc.dictionary(fc.constantFrom(...fieldNames), tie('value'), { maxKeys: 6 }),
  value: fc.oneof(
    { maxDepth: 6 },
    anything,
    tie('record'),
    fc.array(tie('record'), { maxLength: 4 }),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
  document: fc.record(
    {
      kind: fc.oneof(fc.constant('CycleWorkflow'), anything),
      version: fc.oneof(fc.constant('1.1.0'), anything),
      spec: tie('record'),
      metadata: tie('value'),
    },
    { requiredKeys: [] },
  ),
}))

describe('never throws', () => {
  test('on JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => expectSound(checkSpec(value))))
  })

  test('on anything', () => {
    fc.assert(fc.property(anything, (value) => expectSound(checkSpec(value))))
  })

  test('on objects with the fields of the language', () => {
    fc.assert(
      fc.property(document, (value) => expectSound(checkSpec(value))),
      { numRuns: 300 },
    )
  })

  test('on nodes of which nothing tells how dependencies call them', () => {
    const script = { path: 'a', runtime: { command: 'VIRTUAL' } }
    const found = checkSpec({ kind: 'Node', version: '2.0.0', spec: { nodes: [{ name: '', script }, { script }] } })
    expectSound(found)
    expect(found.map(({ rule }) => rule)).not.toContain('name/duplicate-id')
  })

  test('on a correct document with anything in place of one part', () => {
    const pointers = allPointers(baseDocument)
    fc.assert(
      fc.property(fc.constantFrom(...pointers), anything, (pointer, value) => {
        expectSound(checkSpec(edited(baseDocument, set(pointer, value))))
      }),
      { numRuns: 2000 },
    )
  }, 120_000)

  test('and gives the same twice, without changing the document', () => {
    fc.assert(
      fc.property(document, (value) => {
        const before = structuredClone(
          JSON.stringify(value, (_, held: unknown) => (typeof held === 'bigint' ? `${held}n` : held)),
        )
        const first = checkSpec(value)
        expect(checkSpec(value)).toEqual(first)
        expect(JSON.stringify(value, (_, held: unknown) => (typeof held === 'bigint' ? `${held}n` : held))).toBe(before)
      }),
    )
  })
})

function allPointers(value: object, pointer = ''): string[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = `${pointer}/${key}`
    return typeof inner === 'object' && inner !== null ? [at, ...allPointers(inner, at)] : [at]
  })
}
