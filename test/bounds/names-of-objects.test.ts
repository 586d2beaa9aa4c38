import { checkSpec, convertSpec, fromSpec, isFlowSpecError, readSpec } from 'flowspec'
import { order, toDot, toMermaid } from 'flowspec/graph'
import { simulate } from 'flowspec/simulate'
import { describe, expect, test } from 'vitest'
import { bundle, node, upstream } from './parts.ts'

/** Names that every object has without anybody having given them, and one that none has. */
const inherited = ['toString', '__proto__', 'constructor', 'valueOf', 'hasOwnProperty']
const ordinary = 'apronString'

const parameter = { name: 'x', type: 'System', scope: 'NodeParameter', value: '$bizdate', artifactType: 'Variable' }
const script = { path: 'retail/n0', language: 'odps-sql', runtime: { command: 'ODPS_SQL' }, parameters: [parameter] }
const arm = { name: 'n0', nodeId: 'n0', assertion: { field: 'status', in: ['1'] } }
const join = { branches: [arm], logic: { expression: 'n0' }, resultStatus: '1' }
const branch = { branches: [{ when: '1 == 1', output: 'retail.b' }] }

const document = bundle(
  [
    node(0, { script, recurrence: 'Normal', datasource: { name: 'd', type: 'odps' } }),
    node(1, { script: { path: 'retail/n1', runtime: { command: 'CONTROLLER_JOIN' } }, join }),
    node(2, { script: { path: 'retail/n2', runtime: { command: 'CONTROLLER_BRANCH' } }, branch }),
    node(3, { script: '{{s}}', runtimeResource: '{{r}}' }),
  ],
  [{ nodeId: 'n1', depends: [upstream('n0'), { output: 'retail.b', type: 'Normal' }] }],
  {
    scripts: [{ id: 's', path: 'retail/n3', runtime: { command: 'ODPS_SQL' } }],
    flow: [{ nodeId: 'w0', depends: [upstream('w1')] }],
  },
)

/** The ways to each text in a value. */
function textsIn(value: unknown, way: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === 'string') return [way]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...way, key]))
}

function withText(way: readonly string[], text: string): object {
  const copy = structuredClone(document)
  let holder: object = copy
  for (const key of way.slice(0, -1)) holder = Reflect.get(holder, key)
  Reflect.set(holder, way.at(-1) ?? '', text)
  return copy
}

const operations: Readonly<Record<string, (document: object) => unknown>> = {
  check: checkSpec,
  convert: (given) => convertSpec(given, { version: '2.0.0' }),
  'build again': (given) => fromSpec(given).build(),
  draw: (given) => [toMermaid(given), toDot(given)],
  order,
  simulate: (given) => simulate(readSpec(given), { from: '2026-03-01', to: '2026-03-02' }).instances.length,
}

/** What an operation says, with the same word for all names. */
function answer(operation: (document: object) => unknown, way: readonly string[], text: string): string {
  try {
    return JSON.stringify(operation(withText(way, text)) ?? '').replaceAll(text, 'NAME')
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    return JSON.stringify(error.diagnostics).replaceAll(text, 'NAME')
  }
}

/** What a name is like may be told of it: that it is near to another, how long it is. */
function withoutWords(text: string): string {
  return text.replaceAll(/"(?:message|hint)":"(?:[^"\\]|\\.)*"|"column":\d+/g, '""')
}

describe.each(Object.keys(operations))('%s takes names that objects have by themselves as any other', (name) => {
  const operation = operations[name] ?? (() => undefined)
  test.each(textsIn(document).map((way) => [`/${way.join('/')}`, way] as const))('%s', (_, way) => {
    const expected = withoutWords(answer(operation, way, ordinary))
    for (const text of inherited) {
      const told = withoutWords(answer(operation, way, text))
      if (!text.includes('_')) expect(told).toBe(expected)
    }
    expect(Object.isFrozen(Object.prototype)).toBe(false)
  })
})
