import { DataWorksError } from '../errors/data-works-error.ts'
import type { ExistingWorkflow } from './existing-workflow.ts'
import { pinIndexed } from './pin-ids.ts'
import type { Source } from './source.ts'
import type { SubmitOptions } from './submission.ts'

const mostShown = 20

/**
 * Refuses what nobody asked for: to delete nodes that the document has no more, and to replace a workflow that was not
 * submitted from here. That it was is told by its id, which is derived from workspace, kind and name, or stands in the
 * document.
 *
 * @throws DataWorksError of kind `refused`, before anything is imported
 */
export function refuseReplacing(source: Source, existing: ExistingWorkflow, options: SubmitOptions): void {
  const { name, index, ownId } = source
  const { workflowId, renamedFrom } = existing
  const { allowDelete = false, allowEmpty = false, adopt = false, projectId } = options
  if (workflowId === undefined) return
  const derivedId = (): string => pinIndexed(index, { projectId: String(BigInt(projectId)) }).workflowId
  if (!adopt && workflowId !== ownId && workflowId !== derivedId()) {
    const isThere =
      renamedFrom === undefined
        ? `workflow '${name}' (${workflowId}) was made by somebody else, and submitting this one replaces it`
        : `workflow '${renamedFrom}' (${workflowId}) has most of these nodes already, and submitting this one renames it to '${name}'`
    throw refusal(isThere, 'adopt')
  }
  const isEmptied = index.nodes.length === 0 && allowEmpty
  if (allowDelete || isEmptied) return
  const kept = new Set(index.nodes.flatMap(({ key, name: nodeName }) => [key, nodeName]))
  const gone = existing.nodes.filter((node) => !kept.has(node.name) && !kept.has(node.id))
  if (gone.length === 0) return
  const shown = gone.slice(0, mostShown).map((node) => `'${node.name}'`)
  const rest = gone.length - shown.length
  const names = [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ')
  const message = `workflow '${name}' (${workflowId}) has nodes that the document does not have, and submitting it deletes them: ${names}`
  throw refusal(message, 'allowDelete')
}

function refusal(message: string, flag: 'adopt' | 'allowDelete'): DataWorksError {
  return new DataWorksError({
    action: 'ImportWorkflowDefinition',
    kind: 'refused',
    code: 'NeedsFlag',
    message,
    hint: `Nothing was changed. If that is what you want, submit with { ${flag}: true }.`,
  })
}
