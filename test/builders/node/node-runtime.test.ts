import { branch, type FlowNode, type NodeBuilder, node, odpsSql, workflow } from 'flowspec'
import { describe, expect, it } from 'vitest'

const daily = workflow('w').cron('00 02 00 * * ?')
const built = (builder: NodeBuilder, project?: string): FlowNode | undefined =>
  daily.nodeList([builder]).build(project === undefined ? {} : { project }).spec.workflows?.[0]?.nodes?.[0]

describe('what runs the code of a node', () => {
  const spark = node('spark', 'EMR_SPARK_SQL').code('select 1')

  it('is merged key by key, whatever the order of the calls', () => {
    const both = spark
      .runtime({ sparkConf: { 'spark.executor.cores': 2 }, emrJobConfig: { queue: 'default', priority: 1 } })
      .runtime({ emrJobConfig: { priority: 2 }, engine: 'EMR' })
      .resourceGroup('g', { cu: '0.5' })
    expect(built(both)?.script?.runtime).toEqual({
      engine: 'EMR',
      command: 'EMR_SPARK_SQL',
      emrJobConfig: { queue: 'default', priority: 2 },
      sparkConf: { 'spark.executor.cores': 2 },
      cu: '0.5',
    })
    expect(Object.keys(built(both)?.script?.runtime ?? {})).toEqual([
      'engine',
      'command',
      'emrJobConfig',
      'sparkConf',
      'cu',
    ])
  })

  it('may be a container', () => {
    const container = { image: 'registry/etl:1', command: ['run'], env: [{ name: 'A', value: 'b' }] }
    expect(built(spark.runtime({ container, commandTypeId: 229 }))?.script?.runtime).toEqual({
      command: 'EMR_SPARK_SQL',
      commandTypeId: 229,
      container,
    })
  })

  it('is said to be wrong where JSON cannot hold it', () => {
    const found = daily.nodes(spark.runtime({ flinkConf: { when: new Date(0) } })).check()
    expect(found).toContainEqual(
      expect.objectContaining({
        rule: 'document/not-json',
        path: '/spec/workflows/0/nodes/0/script/runtime',
        message: 'runtime() holds "when", whose value JSON cannot hold.',
      }),
    )
  })
})

describe('the finer fields of a node', () => {
  it.each<readonly [string, NodeBuilder, object]>([
    [
      'a file suffix',
      odpsSql('n').language('odps-sql', { extension: '.sql' }),
      { script: { language: 'odps-sql', extension: '.sql' } },
    ],
    [
      'the settings of a data source',
      odpsSql('n').datasource('d', { subType: 'vpc', config: '{}' }),
      { datasource: { name: 'd', type: 'odps', subType: 'vpc', config: '{}' } },
    ],
    [
      'the number of a resource group',
      odpsSql('n').resourceGroup('g', { resourceGroupId: '7' }),
      { runtimeResource: { resourceGroup: 'g', resourceGroupId: '7' } },
    ],
    [
      'where an output comes from',
      odpsSql('n').output('p.n', { sourceType: 'Manual', isDefault: false }),
      { outputs: { nodeOutputs: [{ data: 'p.n', sourceType: 'Manual', refTableName: 'n', isDefault: false }] } },
    ],
    [
      'more of a table',
      odpsSql('n').reads({ guid: 'odps.p.t', hasPartition: true }).writes('odps.p.u'),
      {
        inputs: { tables: [{ artifactType: 'Table', guid: 'odps.p.t', hasPartition: true }] },
        outputs: { tables: [{ artifactType: 'Table', guid: 'odps.p.u' }] },
      },
    ],
    [
      'what it does otherwise than its workflow',
      odpsSql('n').override({ failureStrategy: 'Continue' }).override({ maxInternalConcurrency: 2 }),
      { strategy: { maxInternalConcurrency: 2, failureStrategy: 'Continue' } },
    ],
    [
      'what the condition of an arm looks at',
      branch('n').arm('a', '${x} == 1', { valueType: 'Constant', fromVariable: 'x' }),
      { branch: { branches: [{ when: '${x} == 1', valueType: 'Constant', fromVariable: 'x' }] } },
    ],
    ['a trigger without a schedule', odpsSql('n').trigger({ type: 'Manual' }), { trigger: { type: 'Manual' } }],
    [
      'a trigger of the workspace',
      odpsSql('n').trigger({ identifier: 'topic', type: 'Custom' }),
      { trigger: { type: 'Custom', identifier: 'topic' } },
    ],
  ])('%s', (_, builder, fields) => {
    expect(built(builder)).toMatchObject(fields)
  })

  it('a trigger that is no schedule gets none of the defaults of one', () => {
    expect(built(odpsSql('n').trigger({ type: 'Manual' }))?.trigger).toEqual({ type: 'Manual' })
  })
})
