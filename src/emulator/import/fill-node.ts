import { commandOf } from '../spec/checks.ts'
import type { NodeRecord } from '../state/project.ts'
import { type JsonObject, readObject, readPlainText } from '../wire/json.ts'
import { defaultRuntimeResource, defaultStrategy, entityMetadata, type ImportContext } from './context.ts'
import { fillOutputs, fillTrigger, pickFields } from './fill-fields.ts'

/** Fields of a node that the service keeps as they are. */
const keptFields: readonly string[] = [
  'description',
  'priority',
  'timeoutUnit',
  'ignoreBranchConditionSkip',
  'autoParse',
  'datasource',
  'datasets',
  'fileResources',
  'functions',
  'reference',
  'branch',
  'join',
  'do-while',
  'for-each',
  'combined',
  'subflow',
  'paiflow',
  'param-hub',
  'component',
  'strategy',
]

/** Milliseconds in the eight hours that the time of the service is ahead of UTC. */
const shanghaiOffset = 8 * 60 * 60 * 1000

/** A time as the service writes it in texts. */
export function wallClock(time: number): string {
  return new Date(time + shanghaiOffset).toISOString().slice(0, 19).replace('T', ' ')
}

function fillScript(context: ImportContext, node: JsonObject, before: JsonObject | undefined): JsonObject {
  const script = readObject(node, 'script') ?? {}
  const cu = commandOf(node) === 'VIRTUAL' ? '0' : '0.25'
  return {
    ...script,
    path: readPlainText(script, 'path') || `${context.workflowPath}/${readPlainText(node, 'name')}`,
    runtime: { cu, ...readObject(script, 'runtime') },
    content: readPlainText(script, 'content') ?? '',
    id: readPlainText(readObject(before, 'script'), 'id') ?? context.service.ids.next(),
  }
}

/** The loop that a node beside it says it is inside of. */
function loopOf(node: JsonObject): JsonObject | undefined {
  const container = readObject(readObject(node, 'metadata'), 'container')
  return readPlainText(container, 'type') === 'Node' ? container : undefined
}

/** A submitted node and where it goes. */
export interface NodeTarget {
  readonly id: string
  /** The node that has this id already. */
  readonly before: NodeRecord | undefined
  /** What it stands in, when that is not for the document to say. */
  readonly container?: JsonObject | undefined
}

/** What the service makes of the types of data sources: a type of the past is written as its successor. */
const rewrittenDatasources: ReadonlyMap<unknown, string> = new Map([['flink', 'flink_serverless']])

/** The data source as it is read back. */
function fillDatasource(node: JsonObject): JsonObject {
  const datasource = readObject(node, 'datasource')
  const type = rewrittenDatasources.get(datasource?.['type'])
  return type === undefined ? {} : { datasource: { ...datasource, type } }
}

/** Where the service puts a node: in its workflow, in the loop it says it is in, or nowhere. */
function containerOf(context: ImportContext, node: JsonObject, target: NodeTarget): JsonObject | undefined {
  const inLoop = target.container ?? loopOf(node)
  return inLoop ?? (context.workflowId === undefined ? undefined : { type: 'Flow', uuid: context.workflowId })
}

/** Fills in what the service adds to a node. */
export function fillNode(context: ImportContext, node: JsonObject, target: NodeTarget): NodeRecord {
  const { id, before } = target
  const name = readPlainText(node, 'name') ?? ''
  const owner = readPlainText(node, 'owner') ?? context.owner
  const createTime = before?.createTime ?? context.now
  const body: JsonObject = {
    recurrence: 'Normal',
    id,
    ...defaultStrategy,
    ...pickFields(node, ['recurrence', ...Object.keys(defaultStrategy)]),
    ...pickFields(node, keptFields),
    ...fillDatasource(node),
    script: fillScript(context, node, before?.body),
    trigger: fillTrigger(context, id, node, before?.body),
    runtimeResource: {
      ...(readObject(node, 'runtimeResource') ?? defaultRuntimeResource),
      id: defaultRuntimeResource['id'],
    },
    name,
    owner,
    metadata: {
      ...entityMetadata(context, owner),
      container: containerOf(context, node, target),
      createTime: wallClock(createTime),
    },
    inputs: readObject(node, 'inputs') ?? {},
    outputs: fillOutputs(node, name, [id]),
  }
  return { id, name, owner, workflowId: context.workflowId, createTime, modifyTime: context.now, body }
}
