import { showValue } from '../../diagnostics/show-value.ts'
import { readText } from '../../document/json/records.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { DataWorksError } from '../errors/data-works-error.ts'
import type { Source } from '../submit/source.ts'
import { listCandidates, workflowKey } from '../workspace/find-deployed.ts'
import type { WorkspaceCall } from '../workspace/workspace-call.ts'
import type { GoneWorkflow, RecordedCounterpart } from './renamed-workflows.ts'

/** A workflow of the workspace that has a name which a workflow of another kind is to get. */
interface Taken {
  readonly name: string
  readonly kind: string
  readonly id: string
  /** The way out. */
  readonly hint: string
}

/** Names of workflows are unique in a workspace, whatever kind they are of. */
function nameIsTaken({ name, kind, id, hint }: Taken): DataWorksError {
  return new DataWorksError({
    action: 'plan',
    kind: 'ambiguous-name',
    code: 'NameOfOtherKind',
    message: `nothing was changed: workflow ${showValue(name)} is there as a ${kind} (${id}), and the documents make another kind of it, which the service refuses while that one has the name`,
    hint,
  })
}

/**
 * Refuses workflows that are of another kind now: what was deployed is still there.
 *
 * @throws DataWorksError of kind `ambiguous-name`
 */
export function refuseOtherKind(workflows: readonly Source[], gone: readonly GoneWorkflow[]): void {
  const names = new Set(workflows.map(({ name }) => name))
  const taken = gone.find(({ record }) => names.has(record.name))
  if (taken === undefined) return
  const { record, deployed } = taken
  const hint = 'Give it another name, or deploy once without it, with what allows deletions, and then again with it.'
  throw nameIsTaken({ name: record.name, kind: record.kind, id: deployed.id, hint })
}

const kinds = ['CycleWorkflow', 'ManualWorkflow', 'TriggerWorkflow'] as const

/** Whether a workflow is to get a name that it does not have in the workspace. */
function isNewName({ source, deployed }: RecordedCounterpart): boolean {
  return readText(deployed?.index.entitiesOf('Workflow')[0]?.value, 'name') !== source.name
}

/** How the workspace is searched. */
interface KindSearch extends WorkspaceCall {
  readonly concurrency: number
}

/**
 * Refuses new workflows whose names workflows of other kinds have in the workspace, whoever made these. What the documents
 * themselves rename is left out: it gives its name free.
 *
 * @throws DataWorksError of kind `ambiguous-name`
 */
export async function refuseNamesOfOtherKinds(
  client: DataWorksClient,
  counterparts: readonly RecordedCounterpart[],
  search: KindSearch,
): Promise<void> {
  const wanted = counterparts.filter(isNewName).flatMap(({ source: { name, type = 'CycleWorkflow' } }) => {
    return kinds.filter((kind) => kind !== type).map((kind) => ({ name, type: kind }))
  })
  if (wanted.length === 0) return
  const own = new Set(counterparts.map(({ deployed }) => deployed?.id))
  const listed = await listCandidates(client, wanted, search)
  for (const { name, type: kind } of wanted) {
    const other = (listed.get(workflowKey(kind, name)) ?? []).find(({ id }) => !own.has(id))
    const hint = 'Give one of them another name, or delete that one: no record says that it was deployed from here.'
    if (other !== undefined) throw nameIsTaken({ name, kind, id: other.id, hint })
  }
}
