import { showValue } from '../../diagnostics/show-value.ts'
import { DataWorksError } from '../errors/data-works-error.ts'
import type { Source } from '../submit/source.ts'
import type { GoneWorkflow } from './renamed-workflows.ts'

/**
 * Refuses workflows that are of another kind now: what was deployed is still there, and names of workflows are unique in a
 * workspace, whatever kind they are of.
 *
 * @throws DataWorksError of kind `ambiguous-name`
 */
export function refuseOtherKind(workflows: readonly Source[], gone: readonly GoneWorkflow[]): void {
  const names = new Set(workflows.map(({ name }) => name))
  const taken = gone.find(({ record }) => names.has(record.name))
  if (taken === undefined) return
  const { record, deployed } = taken
  throw new DataWorksError({
    action: 'plan',
    kind: 'ambiguous-name',
    code: 'NameOfOtherKind',
    message: `nothing was changed: workflow ${showValue(record.name)} is there as a ${record.kind} (${deployed.id}), and the documents make another kind of it, which the service refuses while that one has the name`,
    hint: 'Give it another name, or deploy once without it, with what allows deletions, and then again with it.',
  })
}
