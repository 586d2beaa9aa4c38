import { checkSpec } from 'flowspec'
import { describe, expect, test } from 'vitest'

/** A branch as documents that were exported have it: its arms may stand in the code of the node alone. */
function document(content: unknown, branch: object = {}, others: readonly object[] = []): object {
  const arms = ['a', 'b'].map((arm) => ({ data: `route_${arm}`, artifactType: 'NodeOutput' }))
  const nodes = [
    {
      id: 'route',
      name: 'route',
      script: {
        path: 'orders/route',
        runtime: { command: 'CONTROLLER_BRANCH' },
        content: typeof content === 'string' ? content : JSON.stringify(content),
        parameters: [{ artifactType: 'Variable', name: 'size', scope: 'NodeParameter', type: 'Constant', value: '12' }],
      },
      outputs: { nodeOutputs: arms },
      ...branch,
    },
    ...others,
  ]
  const cron = '00 02 00 * * ?'
  const trigger = { type: 'Scheduler', cron, timezone: 'Asia/Shanghai', startTime: '2026-01-01 00:00:00' }
  const workflow = { name: 'orders', script: { path: 'orders', runtime: { command: 'WORKFLOW' } }, trigger, nodes }
  const dependencies = others.map((_, at) => ({
    nodeId: `n${at}`,
    depends: [
      { type: 'Normal', output: 'route_a' },
      { type: 'Normal', output: 'route_b' },
    ],
  }))
  return { kind: 'CycleWorkflow', version: '1.1.0', spec: { workflows: [{ ...workflow, dependencies }] } }
}

const item = (condition: string, nodeoutput = 'route_a') => ({ condition, nodeoutput, description: '' })
const node = '/spec/workflows/0/nodes/0'
const syntax = `control/condition-syntax ${node}/script/content`
const name = `control/branch-condition ${node}/script/content`

function found(given: object): readonly string[] {
  return checkSpec(given)
    .filter(({ rule }) => /^control\/(?:condition|branch-condition|exclusive)/.test(rule))
    .map(({ rule, path, message }) => `${rule} ${path} ${message}`)
}

describe('conditions that stand in the code of a branch alone', () => {
  test.each<[string, unknown, object, readonly string[]]>([
    ['right ones', [item('${size} > 10'), item('${size} <= 10', 'route_b')], {}, []],
    ['one equals sign', [item('${size} = 12')], {}, [`${syntax} Condition 1 of the code`]],
    ['&&, in the second', [item('1 == 1'), item('${size} > 1 && 1')], {}, [`${syntax} Condition 2 of the code`]],
    ['an open bracket', [item('(${size} > 1')], {}, [`${syntax} Condition 1 of the code`]],
    ['between', [item('${size} between 1 and 2')], {}, [`${syntax} Condition 1 of the code`]],
    ['else', [item('else')], {}, [`${syntax} Condition 1 of the code`]],
    [
      'a parameter there is not',
      [item('${sise} > 1')],
      {},
      [`${name} Condition 1 of the code: 'sise' is no parameter`],
    ],
    ['text without quotes', [item("${size} == 'big'")], {}, [`${name} Condition 1 of the code: \${size} is compared`]],
    ['no list', '{"condition":"a = b"}', {}, []],
    ['no JSON', '[{"condition":"a = b"', {}, []],
    ['items that are none', [null, 5, 'a = b', { condition: 7 }], {}, []],
    [
      'those that the field says too, told once',
      [item('${size} = 12')],
      { branch: { branches: [{ when: '${size} = 12', output: { data: 'route_a' } }] } },
      [`control/condition-syntax ${node}/branch/branches/0/when`],
    ],
    [
      'another one than the field says',
      [item('${size} = 12')],
      { branch: { branches: [{ when: '${size} == 12', output: { data: 'route_a' } }] } },
      [`${syntax} Condition 1 of the code`],
    ],
  ])('%s', (_, content, branch, expected) => {
    const told = found(document(content, branch))
    expect(told).toHaveLength(expected.length)
    for (const [at, begin] of expected.entries()) expect(told[at]).toContain(begin)
  })

  test('exclude each other like those of the field', () => {
    const both = [item('${size} > 10', 'route_a'), item('${size} <= 10', 'route_b')]
    const behind = {
      id: 'n0',
      name: 'n0',
      script: { path: 'orders/n0', runtime: { command: 'VIRTUAL' } },
      outputs: { nodeOutputs: [{ data: 'n0', artifactType: 'NodeOutput' }] },
    }
    expect(found(document(both, {}, [behind]))).toEqual([expect.stringContaining("'n0' comes after both")])
  })
})
