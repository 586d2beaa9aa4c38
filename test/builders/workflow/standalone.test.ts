import {
  external,
  FlowSpecError,
  fileResource,
  forEach,
  fromSpec,
  node,
  odpsSql,
  paiFlow,
  project,
  shell,
  standalone,
} from 'flowspec'
import { daily } from 'flowspec/schedule'
import { describe, expect, test } from 'vitest'

const rates = odpsSql('rates').code('select 1').schedule(daily('01:30')).after(external('finance.daily_rates'))

describe('a node in a document of its own', () => {
  test('stands in the body, with what it comes after in the flow of the body', () => {
    expect(standalone(rates).build({ project: 'retail' })).toEqual({
      kind: 'Node',
      version: '1.1.0',
      spec: {
        nodes: [
          {
            id: 'rates',
            name: 'rates',
            script: { path: 'rates', language: 'odps-sql', runtime: { command: 'ODPS_SQL' }, content: 'select 1' },
            trigger: expect.objectContaining({ type: 'Scheduler', cron: '00 30 01 * * ?' }),
            inputs: {},
            outputs: { nodeOutputs: [{ data: 'retail.rates', artifactType: 'NodeOutput', refTableName: 'rates' }] },
          },
        ],
        flow: [{ nodeId: 'rates', depends: [{ type: 'Normal', output: 'finance.daily_rates' }] }],
      },
    })
  })

  test('of ManualNode is run by hand, unless it has a schedule', () => {
    const byHand = standalone(shell('clean').code('./clean.sh')).ofKind('ManualNode').build()
    expect(byHand.kind).toBe('ManualNode')
    expect(byHand.spec?.nodes?.[0]?.trigger).toEqual({ type: 'Manual' })
    expect(byHand.spec).not.toHaveProperty('flow')
    const scheduled = standalone(rates).ofKind('ManualNode').toJSON()
    expect(scheduled).toMatchObject({ spec: { nodes: [{ trigger: { type: 'Scheduler' } }] } })
  })

  test('of PaiFlow has a workflow around the node, with its schedule', () => {
    const inner = node('read', 'PAI_FLOW_TF_READ_FILE_DATA')
    const flow = paiFlow('chunks').nodes(inner).schedule(daily('01:30')).after(external('retail.texts'))
    const document = standalone(flow).ofKind('PaiFlow').build({ project: 'retail' })
    expect(document.spec).toMatchObject({
      workflows: [
        {
          name: 'chunks',
          script: { path: 'chunks', runtime: { command: 'WORKFLOW' } },
          trigger: { cron: '00 30 01 * * ?' },
          nodes: [{ name: 'chunks', paiflow: { nodes: [{ name: 'read' }] } }],
          dependencies: [{ nodeId: 'chunks', depends: [{ output: 'retail.texts' }] }],
        },
      ],
    })
    expect(document.spec).not.toHaveProperty('nodes')
    expect(document.spec).not.toHaveProperty('workflows.0.nodes.0.trigger')
    expect(fromSpec(document).build()).toEqual(document)
    const lost = flow.after('lost' as string)
    const [found] = standalone(lost).ofKind('PaiFlow').check()
    expect(found).toMatchObject({ path: '/spec/workflows/0/dependencies/0/depends/1/nodeId' })
  })

  test('may be a loop, whose body is checked as well', () => {
    const loop = forEach('each').over('a,b').schedule(daily('02:00'))
    const inner = shell('one')
      .code('echo')
      .after('missing' as string)
    expect(standalone(loop.nodes(shell('one').code('echo'))).check()).toEqual([])
    const [found] = standalone(loop.nodes(inner)).check()
    expect(found).toMatchObject({
      rule: 'reference/unknown-node',
      path: expect.stringMatching(/^\/spec\/nodes\/0\/for-each/),
    })
  })

  test('does not compile when it comes after a node, and says so when the name is known only at run time', () => {
    // @ts-expect-error: 'n' comes after 'other', which is not in the document
    expect(() => standalone(shell('n').code('echo').after('other')).build()).toThrow(FlowSpecError)
    const [found] = standalone(
      shell('n')
        .code('echo')
        .schedule(daily('02:00'))
        .after('other' as string),
    ).check()
    expect(found).toMatchObject({ rule: 'reference/unknown-node', path: '/spec/flow/0/depends/0/nodeId' })
  })

  test('never changes, and shows its document', () => {
    const node = standalone(rates)
    expect(node.ofKind('ManualNode').kind).toBe('ManualNode')
    expect(node.kind).toBe('Node')
    expect(node.name).toBe('rates')
    expect(JSON.parse(JSON.stringify(node))).toEqual(node.build())
  })

  test('comes back through builders of the document', () => {
    const document = standalone(rates).build()
    expect(fromSpec(document).build()).toEqual(document)
  })

  test('is a part of a project, which fills in what it leaves out', () => {
    const built = project('retail').defaults({ owner: '1' }).add(standalone(rates), fileResource('a.py')).build()
    expect(built.documents[0]).toMatchObject({
      kind: 'Node',
      spec: { nodes: [{ owner: '1', outputs: { nodeOutputs: [{ data: 'retail.rates' }] } }] },
    })
  })
})
