import {
  assignment,
  type BuildOptions,
  manualWorkflow,
  odpsSql,
  shell,
  variableOf,
  workflow,
  workflowParameter,
  workspaceParameter,
} from 'flowspec'
import { describe, expect, it } from 'vitest'

const daily = workflow('w').cron('00 02 00 * * ?')
const constant = { artifactType: 'Variable', scope: 'NodeContext', type: 'Constant' }

describe('parameters of a workflow', () => {
  it('stand in its script, the last of each name', () => {
    const built = daily
      .param('region', 'cn-hangzhou')
      .param('day', '$[yyyymmdd-1]', { description: 'of business' })
      .param('region', 'cn-shanghai')
      .build()
    expect(built.spec.workflows?.[0]?.script).toEqual({
      path: 'w',
      runtime: { command: 'WORKFLOW' },
      parameters: [
        { artifactType: 'Variable', name: 'region', scope: 'Workflow', type: 'Constant', value: 'cn-shanghai' },
        {
          artifactType: 'Variable',
          name: 'day',
          scope: 'Workflow',
          type: 'System',
          value: '$[yyyymmdd-1]',
          description: 'of business',
        },
      ],
    })
  })

  it('are taken by nodes as parameters, and in their code', () => {
    const region = workflowParameter('region')
    const load = odpsSql('load').code(`select * from t where r = '${region}'`).param('region', region)
    const built = manualWorkflow('m').param('region', 'cn').nodes(load).build()
    expect(built.spec.workflows?.[0]?.nodes?.[0]?.script).toMatchObject({
      content: "select * from t where r = '${workflow.region}'",
      parameters: [{ name: 'region', scope: 'NodeParameter', type: 'System', value: '${workflow.region}' }],
    })
    expect(workspaceParameter('host')).toBe('${workspace.host}')
  })
})

describe('a variable that a node offers', () => {
  const first = shell('first')
    .code('x')
    .outputVariable('day', '$[yyyymmdd-1]')
    .outputVariable('region', 'cn-hangzhou', { description: 'where' })
    .outputVariable('region', 'cn-shanghai', { description: 'where' })

  it('stands in its outputs, the last of each name', () => {
    expect(daily.nodes(first).build({ project: 'p' }).spec.workflows?.[0]?.nodes?.[0]?.outputs?.variables).toEqual([
      { ...constant, name: 'day', type: 'System', value: '$[yyyymmdd-1]', node: { output: 'p.first' } },
      { ...constant, name: 'region', value: 'cn-shanghai', description: 'where', node: { output: 'p.first' } },
    ])
  })

  it('is taken by another, which comes after it', () => {
    const second = shell('second')
      .code('x')
      .param('1', variableOf(first, 'day'))
      .param('2', variableOf('first', 'region'))
    const flow = daily.nodes(first, second).build().spec.workflows?.[0]
    const day = { artifactType: 'Variable', name: 'day', scope: 'NodeContext', type: 'NodeOutput', value: '${day}' }
    expect(flow?.nodes?.[1]?.script?.parameters?.[0]).toEqual({
      ...day,
      name: '1',
      referenceVariable: { ...day, node: { output: 'first' } },
    })
    expect(flow?.nodes?.[1]?.inputs?.variables?.[0]).toEqual({ ...day, inputName: '1', node: { output: 'first' } })
    expect(flow?.dependencies).toEqual([
      { nodeId: 'second', depends: [{ type: 'Normal', output: 'first', refTableName: 'first' }] },
    ])
  })

  it('is passed on by the node in between', () => {
    const between = shell('between').code('x').outputVariable('day', variableOf(first, 'day'))
    const last = shell('last').code('x').param('1', variableOf(between, 'day'))
    const flow = daily.nodes(first, between, last).build().spec.workflows?.[0]
    expect(flow?.nodes?.[1]?.outputs?.variables).toEqual([
      {
        artifactType: 'Variable',
        name: 'day',
        scope: 'NodeContext',
        type: 'PassThrough',
        // As exports of the service have it: the output of its owner and its name.
        value: 'first:day',
        referenceVariable: {
          artifactType: 'Variable',
          name: 'day',
          scope: 'NodeContext',
          type: 'NodeOutput',
          value: '${day}',
          node: { output: 'first' },
        },
        node: { output: 'between' },
      },
    ])
    expect(flow?.dependencies?.map(({ nodeId }) => nodeId)).toEqual(['between', 'last'])
  })

  it.each<[string, BuildOptions, string, string?, object?]>([
    ['by the name of a project', { project: 'p' }, 'p.first:day'],
    ['by the id of its owner', {}, '77:day', '77'],
    ['though fields are laid over', {}, 'first:day', 'first', { priority: 1, outputs: { extra: [] } }],
  ])('is named %s when it is passed on', (_, options, value, id = 'first', extra = {}) => {
    const between = shell('between')
      .code('x')
      .outputVariable('v', variableOf(first, 'day'))
      .extra({ ...extra })
    const built = daily.nodes(between, first.id(id)).build({ ...options, rules: { 'schema/unknown-field': 'off' } })
    expect(built.spec.workflows?.[0]?.nodes?.[0]?.outputs?.variables?.[0]?.value).toBe(value)
  })

  it('stands beside the one its structure offers', () => {
    const ids = assignment('ids', 'shell').code('echo 1').outputVariable('kind', 'orders')
    const offered = daily.nodes(ids).build().spec.workflows?.[0]?.nodes?.[0]?.outputs?.variables
    expect(offered?.map(({ name }) => name)).toEqual(['kind', 'outputs'])
  })

  it('of the results of a query has the type a user names', () => {
    const query = odpsSql('query').code('select 1').outputVariable('outputs', '${outputs}', { type: 'NodeOutput' })
    const flow = daily.nodes(query).build().spec.workflows?.[0]
    expect(flow?.nodes?.[0]?.outputs?.variables).toMatchObject([{ type: 'NodeOutput', value: '${outputs}' }])
  })

  it('of a node that is not there is an error', () => {
    const lost: string = 'lost'
    const found = daily.nodes(shell('a').code('x').outputVariable('v', variableOf(lost, 'v'))).check()
    expect(found.map(({ rule }) => rule)).toContain('reference/unknown-node')
  })
})
