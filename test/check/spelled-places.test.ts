import { checkSpec } from 'flowspec'
import { describe, expect, test } from 'vitest'
import { resolves } from '../bounds/mutated.ts'

const place = '/spec/workflows/0/nodes/0'

function documentWith(fields: object): object {
  const node = { id: 'n', name: 'n', script: { path: 'w/n', runtime: { command: 'VIRTUAL' } }, ...fields }
  const script = { path: 'w', runtime: { command: 'WORKFLOW' } }
  const trigger = { type: 'Scheduler', cron: '00 00 02 * * ?' }
  const workflows = [{ id: 'w', name: 'w', script, trigger, nodes: [node], dependencies: [] }]
  return { kind: 'CycleWorkflow', version: '1.1.0', spec: { workflows } }
}

/** Fields as the reference parser reads them beside the spelling of the schema. */
describe('a fault of a field stands where the document has the field:', () => {
  test.each<[object, string]>([
    [{ 'do-while': 5 }, 'do-while'],
    [{ doWhile: 5 }, 'doWhile'],
    [{ 'do-while': null, doWhile: 5 }, 'doWhile'],
    [{ doWhile: null, 'do-while': 5 }, 'do-while'],
    [{ foreach: 5 }, 'foreach'],
    [{ forEach: [1] }, 'forEach'],
    [{ paramHub: 'x' }, 'paramHub'],
    [{ doWhile: { specWhile: 5 } }, 'doWhile/specWhile'],
    [{ doWhile: { maxIterations: 'x' } }, 'doWhile/maxIterations'],
    [{ outputs: { outputs: 5 } }, 'outputs/outputs'],
    [{ outputs: { nodeOutput: [5] } }, 'outputs/nodeOutput/0'],
    [{ outputs: { variable: [{ name: 5 }] } }, 'outputs/variable/0/name'],
    [{ outputs: { variable: [{ name: 'x', from: 5 }] } }, 'outputs/variable/0/from'],
    [{ inputs: { table: 'x' } }, 'inputs/table'],
    [{ component: { name: 'c', input: 5 } }, 'component/input'],
  ])('%j', (fields, below) => {
    const document = documentWith(fields)
    const found = checkSpec(document).filter(({ rule }) => rule === 'schema/type')
    expect(found).toMatchObject([{ path: `${place}/${below}` }])
    expect(found[0]?.message).not.toContain('undefined')
    expect(resolves(found[0]?.path ?? '', document)).toBe(true)
    const suppress = [{ rule: 'schema/type', path: `${place}/${below}`, reason: 'known' }] as const
    expect(checkSpec(document, { suppress }).filter(({ rule }) => rule === 'schema/type')).toEqual([])
  })
})

describe('of a field in several spellings, each is judged in its place:', () => {
  test.each<[object, readonly string[]]>([
    [{ doWhile: 5, 'do-while': {} }, ['doWhile']],
    [{ doWhile: {}, 'do-while': 5 }, ['do-while']],
    [{ doWhile: 5, 'do-while': 'x' }, ['do-while', 'doWhile']],
    [{ 'for-each': {}, foreach: 5, forEach: [1] }, ['foreach', 'forEach']],
    [{ 'do-while': { while: 5, specWhile: 6 } }, ['do-while/while', 'do-while/specWhile']],
    [
      { outputs: { outputs: 5, nodeOutput: [], output: {}, nodeOutputs: 'x' } },
      ['outputs/nodeOutputs', 'outputs/outputs', 'outputs/output'],
    ],
    [{ component: { name: 'c', input: 5, inputs: [] } }, ['component/input']],
    [{ 'do-while': 5, doWhile: null }, ['do-while']],
  ])('%j', (fields, below) => {
    const document = documentWith(fields)
    const found = checkSpec(document).filter(({ rule }) => rule === 'schema/type')
    expect(found.map(({ path }) => path).sort()).toEqual(below.map((one) => `${place}/${one}`).sort())
    expect(found.every(({ path }) => resolves(path, document))).toBe(true)
  })

  test('what is missing and what is unknown is told once', () => {
    const document = documentWith({ id: undefined, name: undefined, doWhile: 5, 'do-while': 6, nmae: 'n' })
    const found = checkSpec(document).filter(({ rule }) => rule.startsWith('schema/') && rule !== 'schema/type')
    expect(new Set(found.map(({ rule, path, message }) => `${rule} ${path} ${message}`)).size).toBe(found.length)
    expect(found).not.toEqual([])
  })
})
