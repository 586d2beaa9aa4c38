import type { WorkflowRecord } from '../state/project.ts'
import { type JsonObject, readObject, readPlainText } from '../wire/json.ts'
import { defaultStrategy, entityMetadata, type WorkflowContext } from './context.ts'
import { fillOutputs, fillTrigger, pickFields } from './fill-fields.ts'

/** A workflow without its nodes and edges. */
export type BareWorkflow = Omit<WorkflowRecord, 'nodes' | 'edges'>

/** Fills in what the service adds to a workflow. */
export function fillWorkflow(
  context: WorkflowContext,
  workflow: JsonObject,
  before: WorkflowRecord | undefined,
): BareWorkflow {
  const { workflowId: id, service, project, kind } = context
  const name = readPlainText(workflow, 'name') ?? ''
  const owner = readPlainText(workflow, 'owner') ?? context.owner
  const scriptId = readPlainText(readObject(before?.body, 'script'), 'id') ?? service.ids.next()
  const body: JsonObject = {
    script: { ...readObject(workflow, 'script'), id: scriptId },
    id,
    trigger: fillTrigger(context, id, workflow, before?.body),
    strategy: {
      ...defaultStrategy,
      failureStrategy: 'Break',
      recurrenceType: 'Normal',
      ...readObject(workflow, 'strategy'),
    },
    name,
    owner,
    ...pickFields(workflow, ['description']),
    citable: false,
    ...pickFields(workflow, ['citable']),
    metadata: entityMetadata(context, owner),
    inputs: readObject(workflow, 'inputs') ?? {},
    outputs: fillOutputs(workflow, name, [id, `${project.settings.identifier}.${name}`]),
  }
  const createTime = before?.createTime ?? context.now
  return { id, kind, name, owner, createTime, modifyTime: context.now, body }
}
