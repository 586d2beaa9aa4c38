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
