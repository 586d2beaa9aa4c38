import { evaluateParameter } from 'flowspec/schedule'
import { simulate } from 'flowspec/simulate'
import { expect, test } from 'vitest'

const day = { from: '2026-01-05', to: '2026-01-05' }

/** A workflow with n parameters and a node that names n others. */
function unknownReferences(count: number): void {
  const parameters = (value: (at: number) => string): object[] =>
    Array.from({ length: count }, (_, at) => ({
      name: `parameter_${at}`,
      type: 'System',
      scope: 'NodeParameter',
      value: value(at),
    }))
  const trigger = { type: 'Scheduler', cron: '00 00 02 * * ?' }
  const node = { id: 'a', name: 'a', script: { parameters: parameters((at) => `\${workflow.parametre_${at}}`) } }
  const workflow = { name: 'w', trigger, script: { parameters: parameters(() => '1') }, nodes: [node] }
  const spec = { name: 'w', workflows: [workflow] }
  const { instances } = simulate({ kind: 'CycleWorkflow', version: '1.1.0', spec }, day)
  expect(instances[1]?.unknownParameters).toHaveLength(count)
}

test.each<[string, (count: number) => void, number]>([
  ['references to parameters that a workflow has not', unknownReferences, 1000],
])('%s take time in proportion', (_, run, count) => {
  const time = (size: number): number => {
    const started = performance.now()
    run(size)
    return performance.now() - started
  }
  run(count)
  const [small = 1, large = 1] = [count, 4 * count].map((size) => Math.min(time(size), time(size), time(size)))
  expect(large / small).toBeLessThan(9)
})

test('the first names that are misspelt get a suggestion', () => {
  expect(() => evaluateParameter('${workspace.regoin}', { workspace: { region: 'eu' } })).toThrow('Did you mean region')
})
