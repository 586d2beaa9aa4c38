import {
  assignment,
  branch,
  component,
  doWhile,
  external,
  fileResource,
  forEach,
  odpsSql,
  project,
  shell,
  standalone,
  udf,
  variableOf,
  virtual,
  workflow,
} from 'flowspec'
import { toCode } from 'flowspec/codegen'
import { daily, weekly } from 'flowspec/schedule'
import { describe, expect, it } from 'vitest'
import { documentsOf, ProjectFolder } from './support/generated-project.ts'

const owner = '1107550004253538'
const start = virtual('start')
const orders = odpsSql('ods_orders').code('insert into ods_orders\nselect * from src_orders;\n').after(start)
const items = odpsSql('ods_items').code('insert into ods_items\nselect * from src_items;\n').after(start)
const report = shell('report').code('./report.sh $1\n').param('1', '$[yyyymmdd-1]').after(orders, items)

const linear = workflow('daily_orders')
  .path('retail/daily_orders')
  .schedule(daily('02:00'))
  .strategy({ instanceMode: 'T+1', rerunMode: 'Allowed', rerunTimes: 3, rerunInterval: 180_000 })
  .defaults({ owner, datasource: 'odps_first', resourceGroup: 'group_1', strategy: { rerunTimes: 3, priority: 7 } })
  .nodes(start, orders, items, report)

/** As the service answers GetNode with, ids and unknown fields included. */
const exported = {
  kind: 'CycleWorkflow',
  version: '1.1.0',
  metadata: { uuid: '8204310273201954362' },
  spec: {
    nodes: [
      {
        recurrence: 'Normal',
        id: '8204310273201954362',
        timeout: 12,
        instanceMode: 'T+1',
        script: {
          path: '零售/每日订单',
          id: '6076746955066988942',
          runtime: { command: 'ODPS_SQL', commandTypeId: 10 },
          content: 'select 1',
        },
        trigger: {
          type: 'Scheduler',
          cron: '00 26 00 * * ?',
          startTime: '1970-01-01 00:00:00',
          endTime: '9999-01-01 00:00:00',
          timezone: 'Asia/Shanghai',
        },
        name: '每日订单',
        inputs: { nodeOutputs: [{ data: 'retail_root', artifactType: 'NodeOutput', isDefault: false }] },
        outputs: { nodeOutputs: [{ data: '8204310273201954362', artifactType: 'NodeOutput', isDefault: true }] },
        freshness: { grade: 'A' },
      },
    ],
    flow: [{ nodeId: '8204310273201954362', depends: [{ type: 'Normal', output: 'retail_root' }] }],
  },
}

const route = branch('route').param('size', '12').arm('big', '${size} > 10').arm('small', '${size} <= 10')
const pack = shell('pack').code('./pack.sh').after(route.case('big'))
const poll = doWhile('poll').maxIterations(20)
const ask = shell('ask').code('./ask.sh')
const structures = workflow('shipping')
  .schedule(weekly(['MON', 'FRI'], '03:30'))
  .nodes(route, pack, poll.nodes(ask).while('print(True)', { language: 'python2' }).after(pack))

const rates = standalone(odpsSql('rates').code('select 1').schedule('00 30 01 * * ?').after(external('finance.daily')))

const ids = assignment('ids', 'shell').code('echo cn,eu').after(start)
const each = forEach('each_region').over(ids.result()).maxIterations(10)
const load = shell('load').code('./load.sh $1').param('1', each.item)
const first = shell('first').code('./first.sh').outputVariable('day', '$[yyyymmdd-1]')
const last = shell('last').code('./last.sh $1').param('1', variableOf(first, 'day')).after(each)
const variables = workflow('handing_on').schedule(daily('02:00')).nodes(start, ids, each.nodes(load), first, last)

const orderJar = fileResource('orders.jar').path('retail/orders.jar').owner(owner).datasource('odps_first')
const concat = udf('concat')
  .className('com.example.Concat')
  .resources(orderJar)
  .usage({ usage: 'joins texts', example: "concat('a', 'b')" })
const counting = component('counting')
  .code('select count(*) from @@{source};\n')
  .input('source', { type: 'table', description: 'what is counted' })
  .output('result', { type: 'table' })
const entities = project('retail').add(orderJar, concat, counting, linear)

const examples: readonly (readonly [name: string, documents: unknown])[] = [
  ['linear', linear.build()],
  ['exported', exported],
  ['structures', structures.build()],
  ['variables', variables.build()],
  ['standalone', rates.build()],
  ['several', project('retail').add(linear, rates).build()],
  ['entities', entities.build()],
]

/** All files of a project in one text, as people read them one after the other. */
function inOne(files: Readonly<Record<string, string>>): string {
  return Object.entries(files)
    .map(([path, text]) => `───── ${path}\n${text}`)
    .join('\n')
}

describe('generated code', () => {
  it.each(examples)('of the example "%s" reads as people would write it', async (name, documents) => {
    const { files, notes } = toCode(documents)
    expect(notes).toEqual([])
    await expect(inOne(files)).toMatchFileSnapshot(`golden/${name}.txt`)
  })

  it.each(examples)('of the example "%s" builds the same documents', async (name, documents) => {
    const folder = new ProjectFolder()
    try {
      const built = await documentsOf(folder.write(name, toCode(documents).files))
      const given =
        'documents' in Object(documents) ? (documents as { readonly documents: unknown }).documents : [documents]
      expect(built).toEqual(given)
    } finally {
      folder.remove()
    }
  })
})
