import { type AnyNode, branch, forEach, odpsSql, project, pyodps3, shell, virtual, workflow } from 'flowspec'
import { createClient, deploy, type PlanSource, plan } from 'flowspec/dataworks'
import { startEmulator } from 'flowspec/testing'
import { describe, expect, onTestFinished, test } from 'vitest'
import { dailyOrders } from '../../docs/examples/daily-orders/pipeline.ts'
import { workflows } from '../../docs/examples/generated/workflows.ts'
import { isThorough } from '../schedule/thorough.ts'

const projectId = 10000
const wait = { interval: 1 }

/** What is left to do after a deploy. */
async function leftAfterDeploy(source: PlanSource, build?: { project: string }): Promise<readonly unknown[]> {
  const emulator = await startEmulator({
    projects: [{ id: '10000', identifier: 'dw_project', outputs: ['finance.currency_rates'] }],
    jobDuration: { polls: 0 },
  })
  onTestFinished(() => emulator.stop())
  const client = createClient({ endpoint: emulator.url, credentials: emulator.credentials })
  const { record } = await deploy(client, source, { projectId, wait, build })
  const plans = [
    await plan(client, source, { projectId, build }),
    await plan(client, source, { projectId, build, record }),
  ]
  return plans.flatMap(({ changes }) => changes.filter(({ action }) => action !== 'unchanged'))
}

/** Numbers that look random and are the same in every run. */
function sequence(seed: number): (below: number) => number {
  let state = seed + 1
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state % below
  }
}

/** A project of one to three workflows whose nodes are of all sorts and come after nodes before them. */
function generated(seed: number) {
  const next = sequence(seed)
  const makers: readonly ((name: string, upstream: readonly string[]) => AnyNode)[] = [
    (name, upstream) => virtual(name).after(...upstream),
    (name, upstream) =>
      odpsSql(name)
        .code(`select ${next(9)}`)
        .param('day', '$[yyyymmdd-1]')
        .after(...upstream),
    (name, upstream) =>
      pyodps3(name)
        .code('print(1)')
        .strategy({ rerunTimes: next(4) })
        .after(...upstream),
    (name, upstream) =>
      shell(name)
        .code('ls')
        .output(`dw_project.${name}_out`)
        .description('lists')
        .after(...upstream),
    (name, upstream) =>
      forEach(name)
        .over('1,2')
        .maxIterations(2)
        .nodes(shell(`${name}_in`).code('ls'))
        .after(...upstream),
    (name, upstream) =>
      branch(name)
        .param('n', '1')
        .arm('big', '${n} > 1')
        .arm('small', '${n} <= 1')
        .after(...upstream),
  ]
  const flows = Array.from({ length: 1 + next(3) }, (_, flow) => {
    const names: string[] = []
    const nodes = Array.from({ length: 1 + next(8) }, (__, at) => {
      const name = `n${flow}_${at}`
      const upstream = names.filter(() => next(3) === 0)
      names.push(name)
      return makers[next(makers.length)]?.(name, upstream) ?? virtual(name)
    })
    const named = workflow(`flow_${flow}`).path(next(2) === 0 ? `folder/flow_${flow}` : `flow_${flow}`)
    return named.cron(`00 ${String(next(60)).padStart(2, '0')} 00 * * ?`).nodeList(nodes)
  })
  return project('dw_project').add(...flows)
}

describe('the plan of what was deployed is empty', () => {
  test('for the daily orders', async () => {
    expect(await leftAfterDeploy(dailyOrders, { project: 'dw_project' })).toEqual([])
  })

  test('for workflows made of metadata', async () => {
    expect(await leftAfterDeploy(project('dw_project').add(...workflows))).toEqual([])
  })

  test.each(Array.from({ length: isThorough ? 100 : 12 }, (_, seed) => seed))(
    'for generated project %i',
    async (seed) => {
      expect(await leftAfterDeploy(generated(seed))).toEqual([])
    },
  )
})
