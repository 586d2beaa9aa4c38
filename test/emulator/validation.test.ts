import { type Emulator, startEmulator } from 'flowspec/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { at, call, importSpec } from './support/call.ts'
import { document, node, workflow } from './support/documents.ts'

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.stop())

const runtime = { command: 'WORKFLOW' }
const first = '$.spec.workflows[0]'

/** Faults of a document as a whole: there is no workflow whose id an import could answer with. */
const unreadable: [name: string, spec: string | object, code: string, message: string][] = [
  ['no JSON', '{"version":', '58014884415', 'Spec JSON parse failed'],
  ['a list', '[]', '58014884415', 'Spec JSON parse failed'],
  ['JSON that is nested too deep', `${'['.repeat(300)}${']'.repeat(300)}`, '58014884415', 'Spec JSON parse failed'],
  ['one key with two values', '{"version":"1.1.0","version":"1.2.0"}', '58014884415', 'Spec JSON parse failed'],
  ['an invented layout', { apiVersion: 'v1', kind: 'Workflow', metadata: { name: 'a' } }, '58014884415', '$.version'],
  ['a version of two numbers', { version: '1.0', kind: 'CycleWorkflow', spec: {} }, '58014884415', '$.version'],
  ['no kind', { version: '1.1.0', spec: {} }, '58014884415', '$.kind'],
  [
    'a kind that cannot be parsed',
    document([], { kind: 'Workflow' }),
    '58014884415',
    'Not support spec kind: Workflow ($.kind)',
  ],
  ['a kind of another operation', document([], { kind: 'Node' }), '9990030003', 'spec kind and request not match'],
  ['no spec', { version: '1.1.0', kind: 'CycleWorkflow' }, '58014884415', '$.spec'],
  ['no workflow', document([]), '58014884415', '$.spec.workflows'],
  ['a workflow that is no object', document(['orders']), '58014884415', '$.spec.workflows'],
]

/** Faults of the workflow itself. */
const ofWorkflow: [name: string, workflow: object, message: string, path: string][] = [
  ['no name', { script: { path: 'w', runtime } }, 'name is empty', `${first}.name`],
  ['no script', { name: 'w' }, 'script.runtime.command is empty', `${first}.script.runtime.command`],
  [
    'no command',
    { name: 'w', script: { path: 'w', runtime: {} } },
    'script.runtime.command is empty',
    `${first}.script.runtime.command`,
  ],
  [
    'a command of a node',
    workflow('w', { script: { path: 'w', runtime: { command: 'ODPS_SQL' } } }),
    'must be WORKFLOW',
    `${first}.script.runtime.command`,
  ],
  ['no path', workflow('w', { script: { runtime } }), 'script.path is empty', `${first}.script.path`],
  [
    'a path of another name',
    workflow('w', { script: { path: 'a/v', runtime } }),
    'Script path must end with node name',
    `${first}.script.path`,
  ],
  [
    'a path that only ends like the name',
    workflow('w', { script: { path: 'a/vw', runtime } }),
    'Script path must end with node name',
    `${first}.script.path`,
  ],
  [
    'a cron of five fields',
    workflow('w', { trigger: { type: 'Scheduler', cron: '0 0 * * ?' } }),
    'Invalid cron expression in trigger',
    `${first}.trigger.cron`,
  ],
  [
    'a cron of seven fields',
    workflow('w', { trigger: { type: 'Scheduler', cron: '0 0 0 * * ? *' } }),
    'Invalid cron expression in trigger',
    `${first}.trigger.cron`,
  ],
  [
    'a cron of other signs',
    workflow('w', { trigger: { type: 'Scheduler', cron: '0 0 0 * * (' } }),
    'Invalid cron expression in trigger',
    `${first}.trigger.cron`,
  ],
  [
    'no cron',
    workflow('w', { trigger: { type: 'Scheduler' } }),
    'Invalid cron expression in trigger',
    `${first}.trigger.cron`,
  ],
  [
    'an unknown trigger',
    workflow('w', { trigger: { type: 'Cron' } }),
    'Enum not found. Enum: TriggerType Value:Cron',
    `${first}.trigger.type`,
  ],
  [
    'an unknown strategy',
    workflow('w', { strategy: { failureStrategy: 'Stop' } }),
    'Enum not found. Enum: FailureStrategy Value:Stop',
    `${first}.strategy.failureStrategy`,
  ],
  [
    'an enumeration that is no string',
    workflow('w', { strategy: { rerunMode: 1 } }),
    'rerunMode is not a string',
    `${first}.strategy.rerunMode`,
  ],
  [
    'an unknown artifact',
    workflow('w', { outputs: { nodeOutputs: [{ data: 'a' }, { data: 'b', artifactType: 'Node' }] } }),
    'Enum not found. Enum: ArtifactType Value:Node',
    `${first}.outputs.nodeOutputs[1].artifactType`,
  ],
]

const inNode = `${first}.nodes[1]`

/** Faults of nodes and dependencies, which only an import looks at. */
const ofNodes: [name: string, fields: object, message: string, path: string][] = [
  ['a node that is no object', { nodes: [node('a'), 'b'] }, 'a node is not an object', inNode],
  [
    'a node without name',
    { nodes: [node('a'), { script: { runtime: { command: 'VIRTUAL' } } }] },
    'name is empty',
    `${inNode}.name`,
  ],
  [
    'a node without command',
    { nodes: [node('a'), { name: 'b' }] },
    'script.runtime.command is empty',
    `${inNode}.script.runtime.command`,
  ],
  [
    'a node of a misspelt type',
    { nodes: [node('a'), node('b', { script: { runtime: { command: 'VIRTAUL' } } })] },
    'Value:VIRTAUL',
    `${inNode}.script.runtime.command`,
  ],
  [
    'a node with a path of another name',
    { nodes: [node('a'), node('b', { script: { path: 'w/c', runtime: { command: 'VIRTUAL' } } })] },
    'Script path must end with node name',
    `${inNode}.script.path`,
  ],
  [
    'a node with an unknown recurrence',
    { nodes: [node('a'), node('b', { recurrence: 'Never' })] },
    'Enum not found. Enum: NodeRecurrenceType Value:Never',
    `${inNode}.recurrence`,
  ],
  [
    'a node with an unknown instance mode',
    { nodes: [node('a'), node('b', { instanceMode: 'T+2' })] },
    'Enum not found. Enum: NodeInstanceModeType Value:T+2',
    `${inNode}.instanceMode`,
  ],
  [
    'an input with an unknown source',
    { nodes: [node('a'), node('b', { inputs: { nodeOutputs: [{ data: 'x', sourceType: 'Normal' }] } })] },
    'Enum not found. Enum: SourceType Value:Normal',
    `${inNode}.inputs.nodeOutputs[0].sourceType`,
  ],
  [
    'a dependency that is no object',
    { dependencies: [1] },
    'a dependency is not an object',
    `${first}.dependencies[0]`,
  ],
  [
    'an unknown dependency',
    { dependencies: [{ nodeId: 'a', depends: [{ type: 'CrossCycleDependsOnOther' }] }] },
    'Enum not found. Enum: DependencyType Value:CrossCycleDependsOnOther',
    `${first}.dependencies[0].depends[0].type`,
  ],
  [
    'a dependency on a number',
    { dependencies: [{ nodeId: 'a', depends: [{ type: 'Normal', output: 7 }] }] },
    'output is not a string',
    `${first}.dependencies[0].depends[0].output`,
  ],
  [
    'a dependency of a number',
    { dependencies: [{ nodeId: 7, depends: [] }] },
    'nodeId is not a string',
    `${first}.dependencies[0].nodeId`,
  ],
  [
    'a dependency on nothing',
    { dependencies: [{ nodeId: 'a', depends: ['b'] }] },
    'an item of depends is not an object',
    `${first}.dependencies[0].depends[0]`,
  ],
]

function create(spec: string | object): ReturnType<typeof call> {
  const Spec = typeof spec === 'string' ? spec : JSON.stringify(spec)
  return call(emulator, 'CreateWorkflowDefinition', { ProjectId: 10000, Spec })
}

describe('a document is refused at once', () => {
  test.each(unreadable)('with %s, by create and import alike', async (_, spec, code, message) => {
    const Spec = typeof spec === 'string' ? spec : JSON.stringify(spec)
    for (const operation of ['CreateWorkflowDefinition', 'ImportWorkflowDefinition']) {
      const { status, body } = await call(emulator, operation, { ProjectId: 10000, Spec })
      expect({ status, body }).toMatchObject({
        status: 400,
        body: { Code: code, Message: expect.stringContaining(message) },
      })
    }
  })
})

describe('a workflow is refused', () => {
  test.each(ofWorkflow)('with %s: at once by create, by a failed job by import', async (_, wrong, message, path) => {
    const created = await create(document([wrong]))
    expect(created).toMatchObject({ status: 400, body: { Message: expect.stringContaining(`(${path})`) } })
    expect(at(created.body, 'Message')).toContain(message)
    const imported = await importSpec(emulator, document([wrong]))
    expect(imported).toMatchObject({ status: 'Fail', error: { message: expect.stringContaining(message), path } })
    expect(at(imported.error, 'code')).toBe(at(created.body, 'Code'))
  })
})

describe('nodes and dependencies are refused', () => {
  test.each(ofNodes)('with %s: by a failed job by import, not by create', async (name, fields, message, path) => {
    const wrong = document([workflow(`w-${name.replaceAll(' ', '-')}`, { nodes: [node('a')], ...fields })])
    const imported = await importSpec(emulator, wrong)
    expect(imported).toMatchObject({ status: 'Fail', error: { message: expect.stringContaining(message), path } })
    expect((await create(wrong)).status).toBe(200)
  })
})

describe('labels and kinds', () => {
  test('are taken whatever their case, and nulls are nothing', async () => {
    const lax = workflow('lax', {
      trigger: { type: 'scheduler', cron: ' 00  02 00 ? * MON#1 ' },
      strategy: { rerunMode: 'ALLOWED', failureStrategy: null },
      nodes: [node('lax-node', { recurrence: 'skip', script: { path: '', runtime: { command: 'DIDE_SHELL' } } })],
    })
    expect(await importSpec(emulator, document([lax], { kind: 'cycleworkflow' }))).toMatchObject({ status: 'Success' })
  })
})

describe('a node of a type', () => {
  test.each([
    ['of the node table', 'LINDORM_SPARK'],
    ['of the node table under another name', 'PY_ODPS'],
    ['of a workspace', 'RETAIL_FORECAST'],
    ['named like a method of objects', 'constructor'],
    ['of another number than a known one', 'PYODPS4'],
  ])('%s is taken', async (_, command) => {
    const nodes = [node(`n-${command}`, { script: { runtime: { command } } })]
    expect(await importSpec(emulator, document([workflow(`w-${command}`, { nodes })]))).toMatchObject({
      status: 'Success',
    })
  })
})

describe('parameters', () => {
  test.each([
    ['CreateWorkflowDefinition', {}, 'MissingProjectId'],
    ['CreateWorkflowDefinition', { ProjectId: 10000 }, 'MissingSpec'],
    ['CreateWorkflowDefinition', { ProjectId: 10000, Spec: '' }, 'MissingSpec'],
    ['CreateWorkflowDefinition', { ProjectId: 'dw_project', Spec: '{}' }, 'InvalidProjectId'],
    ['CreateWorkflowDefinition', { ProjectId: 1, Spec: '{}' }, '1101080008'],
    ['CreateWorkflowDefinition', { ProjectId: 20000, Spec: '{}' }, 'InvalidParameter'],
    ['ImportWorkflowDefinition', { ProjectId: 10000, Spec: '{}', DryRun: 'yes' }, 'InvalidDryRun'],
    ['ImportWorkflowDefinition', { ProjectId: 20000, Spec: '{}' }, 'InvalidParameter'],
    ['UpdateWorkflowDefinition', { ProjectId: 10000, Spec: '{}' }, 'MissingId'],
    ['UpdateWorkflowDefinition', { ProjectId: 10000, Spec: '{}', Id: '1' }, '5801488441564725318'],
    ['GetJobStatus', {}, 'MissingJobId'],
    ['GetWorkflowDefinition', {}, 'MissingId'],
    ['GetWorkflowDefinition', { Id: '1' }, '5801488441564725318'],
    ['GetWorkflowDefinition', { Id: '1', ProjectId: 20000 }, 'InvalidParameter'],
    ['GetNode', { Id: '__proto__' }, '5801488441564725318'],
    ['ListNodes', { ProjectId: 20000 }, 'InvalidParameter'],
    ['GetProject', { Id: 1 }, '9990040003'],
  ])('%s with %o is %s', async (operation, parameters, code) => {
    const { status, body } = await call(emulator, operation, parameters)
    expect({ status, code: at(body, 'Code') }).toEqual({ status: 400, code })
  })
})

describe('a document with names that objects have by nature', () => {
  test('is taken as any other', async () => {
    const nodes = ['__proto__', 'constructor', 'toString'].map((name) => node(name, { id: name }))
    const dependencies = [{ nodeId: 'constructor', depends: [{ type: 'Normal', output: '__proto__' }] }]
    const spec = JSON.stringify(document([workflow('hostile', { nodes, dependencies, strategy: {} })])).replace(
      '"strategy":{}',
      '"strategy":{"__proto__":{"polluted":true}}',
    )
    expect(await importSpec(emulator, spec)).toMatchObject({ status: 'Success' })
    const kept = emulator.projects[0]?.workflows.find(({ name }) => name === 'hostile')
    expect(kept?.nodes.map(({ name }) => name).sort()).toEqual(['__proto__', 'constructor', 'toString'])
    expect(kept?.edges).toHaveLength(1)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })
})
