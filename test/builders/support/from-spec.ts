import { type Diagnostic, isFlowSpecError } from 'flowspec'

export const cron = '00 02 00 * * ?'

/** What is said when a call throws. */
export function diagnosticsOf(run: () => unknown): readonly Diagnostic[] {
  try {
    run()
  } catch (error) {
    if (isFlowSpecError(error)) return error.diagnostics
    throw error
  }
  return []
}

/** A document as it may come from the service or from hand: what the library does not know, and old spellings. */
export const foreign = {
  version: '1.1.0',
  kind: 'CycleWorkflow',
  metadata: { uuid: '7', gmtModified: 1700000000000 },
  spec: {
    nodes: [
      {
        id: '100',
        name: 'start',
        script: { path: 'a/start', runtime: { command: 'VIRTUAL', commandTypeId: 99 } },
        outputs: { outputs: [{ artifactType: 'Output', data: 'p.100_out', refTableName: 'start' }] },
        unknown: { kept: [1, 2] },
      },
      {
        id: '101',
        name: 'ods',
        recurrence: 'Normal',
        timeout: 5,
        script: '{{script.file_1}}',
        trigger: '{{trigger.t1}}',
        runtimeResource: { resourceGroup: 'g', resourceGroupId: '1' },
        inputs: { nodeOutputs: [{ data: 'p.100_out', artifactType: 'NodeOutput' }], tables: ['{{table_1}}'] },
        outputs: { outputs: [{ data: 'p.101_out', isDefault: true }] },
      },
    ],
    flow: [
      {
        nodeId: '{{101}}',
        depends: [{ type: 'Normal', output: 'p.100_out' }],
        variableDepends: [{ variableName: 'v' }],
      },
      { nodeId: '999', depends: [{ nodeId: '998' }] },
    ],
    scripts: [
      {
        id: 'file_1',
        path: 'a/ods',
        content: 'select 1',
        parameters: ['{{p1}}', { name: 'p2', value: 'b', type: 'Constant', scope: 'NodeParameter' }],
        runtime: { command: 'ODPS_SQL' },
      },
    ],
    triggers: [{ id: 't1', type: 'Scheduler', cron, delaySeconds: 30 }],
    variables: [{ id: 'p1', name: 'p1', value: 'a', type: 'Constant', scope: 'NodeParameter' }],
    artifacts: { tables: [{ id: 'table_1', guid: 'odps.p.t' }] },
    x: { y: 1 },
  },
}

export type Fields = Readonly<Record<string, unknown>>

/** The part of a document with the nodes. */
export interface Body {
  readonly nodes?: readonly Fields[]
  readonly flow?: readonly Fields[]
  readonly workflows?: readonly Fields[]
}

/** The part of the document with the nodes, as plain data. */
export function bodyOf(spec: { toJSON(): unknown }): Body {
  return JSON.parse(JSON.stringify(spec)).spec
}
