import { pathToFileURL } from 'node:url'
import {
  assignment,
  branch,
  combined,
  doWhile,
  external,
  fileResource,
  forEach,
  join,
  manualWorkflow,
  odpsSql,
  paramHub,
  project,
  pyodps3,
  shell,
  standalone,
  subProcess,
  triggerWorkflow,
  udf,
  virtual,
  workflow,
} from 'flowspec'
import { toCode } from 'flowspec/codegen'
import { type DataWorksClient, deploy, eachDocument, type PlanSource, plan } from 'flowspec/dataworks'
import { daily } from 'flowspec/schedule'
import { afterAll, describe, expect, test } from 'vitest'
import { ProjectFolder } from '../codegen/support/generated-project.ts'
import { emulated } from './support/emulated.ts'

const projectId = 10000
const wait = { interval: 1 }
const folder = new ProjectFolder()
afterAll(() => folder.remove())

const start = virtual('start')
const load = odpsSql('load')
  .code('insert into t\nselect ${day} from s;\n')
  .param('day', '$[yyyymmdd-1]')
  .datasource('odps_first')
  .resourceGroup('group_1')
  .strategy({
    rerunTimes: 3,
    rerunMode: 'FailureAllowed',
    rerunInterval: 120_000,
    timeout: { value: 2, unit: 'HOURS' },
  })
  .afterPrevious('self')
  .after(start)

const jar = fileResource('concat.jar')
const concat = udf('concat').className('com.example.Concat').resources(jar)

const route = branch('route').param('n', '1').arm('big', '${n} > 1').arm('small', '${n} <= 1').after(load)
const big = shell('big').code('echo big').after(route.case('big'))
const small = shell('small').code('echo small').after(route.case('small'))
const dates = assignment('dates', 'shell').code("echo 'a,b'").after(start)
const hub = paramHub('hub').variable('region', 'eu').variable('list', dates.result())

const workspaces: Readonly<Record<string, PlanSource>> = {
  'nodes of many settings': workflow('日订单')
    .path('零售/日订单')
    .schedule(daily('02:00'))
    .owner('1107550004253538')
    .description('all orders')
    .strategy({ instanceMode: 'T+1', rerunMode: 'Allowed', rerunTimes: 3, failureStrategy: 'Break' })
    .param('region', 'eu')
    .nodes(
      start,
      load,
      pyodps3('每日').code('print("`${x}`")\n').description('a "quote"').after(load),
      shell('tell')
        .code('echo $1')
        .param('1', '$bizdate')
        .output('dw_project.told')
        .after(load)
        .extra({ recurrence: 'Pause' }),
    ),
  'control structures': workflow('flows')
    .cron('00 02 00 * * ?')
    .nodes(
      start,
      load,
      route,
      big,
      small,
      join('both').arm('x', big).arm('y', small),
      dates,
      forEach('each')
        .over('1,2')
        .maxIterations(2)
        .nodes(shell('one').code('ls'), shell('two').code('ls').after('one'))
        .after(dates),
      combined('together').nodes(virtual('in_a'), shell('in_b').code('ls').after('in_a')).after(start),
      hub,
      shell('uses').code('echo $1').param('1', hub.take('list')),
      subProcess('sub').runs(external('dw_project.shared')).after(start),
      doWhile('until').nodes(shell('try').code('ls')).while('print(True)', { language: 'python3' }).after(start),
    ),
  'workflows that come after one another, resources and functions': project('dw_project').add(
    workflow('first').path('retail/first').cron('00 02 00 * * ?').nodes(odpsSql('a').code('select 1')),
    workflow('second')
      .path('retail/second')
      .cron('00 30 01 * * ?')
      .after(external('dw_project.first'))
      .afterPrevious('self')
      .nodes(odpsSql('b').code('select concat(1)').after(external('dw_project.a'))),
    workflow('third').cron('00 30 02 * * ?').after(external('dw_project.second')).nodes(virtual('c')),
    concat,
    jar,
  ),
  'workflows of every kind': project('dw_project').add(
    workflow('cycle').cron('00 02 00 * * ?').nodes(virtual('a')),
    manualWorkflow('by_hand').path('retail/by_hand').nodes(shell('m').code('ls').param('x', 'y')),
    triggerWorkflow('triggered').nodes(virtual('t')),
    workflow('empty').cron('00 02 00 * * ?'),
  ),
}

/** What a generated project exports. */
async function generated(name: string, client: DataWorksClient, layout: 'files' | 'single') {
  const documents: object[] = []
  for await (const { document } of eachDocument(client, { projectId })) documents.push(document)
  const { files } = toCode(documents, { layout })
  const index = folder.write(`${name} ${layout}`.replaceAll(' ', '-'), files)
  const module: { readonly default: PlanSource } = await import(pathToFileURL(index).href)
  return { source: module.default, files }
}

describe('a plan directly after an import to code is empty', () => {
  test.each(
    Object.entries(workspaces).flatMap(
      ([name, source]) =>
        [
          [name, 'files', source],
          [name, 'single', source],
        ] as const,
    ),
  )('%s, in the layout of %s', async (name, layout, source) => {
    const { client } = await emulated({ jobDuration: { polls: 0 } })
    const { record } = await deploy(client, source, { projectId, wait })
    const { source: code } = await generated(name, client, layout)
    for (const options of [{ projectId }, { projectId, record }]) {
      const { changes } = await plan(client, code, options)
      expect(changes.length).toBeGreaterThan(0)
      expect(changes.filter(({ action }) => action !== 'unchanged')).toEqual([])
    }
  })

  test.each(['files', 'single'] as const)('nodes outside of workflows, in the layout of %s', async (layout) => {
    const { client } = await emulated({ jobDuration: { polls: 0 } })
    const loose = standalone(odpsSql('alone').path('retail/alone').code('select 1').param('day', '$bizdate'))
    await client.createNode({ projectId, scene: 'DATAWORKS_PROJECT', spec: loose.build() })
    await deploy(client, workspaces['control structures'] ?? [], { projectId, wait })
    const { source: code } = await generated('loose', client, layout)
    const planned = await plan(client, code, { projectId })
    expect(planned.isEmpty).toBe(true)
    expect(planned.toText()).toContain('? Node alone is not deployed')
    expect((await deploy(client, code, { projectId, wait })).ignored).toEqual([{ kind: 'Node', name: 'alone' }])
  })
})
