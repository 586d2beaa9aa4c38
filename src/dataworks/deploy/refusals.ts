import { DataWorksError } from '../errors/data-works-error.ts'
import type { PlanChange } from '../plan/plan-change.ts'
import type { PlanOptions } from '../plan/plan-options.ts'
import type { Plan, SeenPart } from '../plan/plan-result.ts'

const mostShown = 20

function enumerate(texts: readonly string[]): string {
  const rest = texts.length - mostShown
  return [...texts.slice(0, mostShown), ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ')
}

function refusalText({ kind, name, path, needs }: PlanChange): string {
  return `${kind} '${kind === 'edge' ? name : path}': ${needs?.reason ?? ''}`
}

/**
 * Refuses a plan that holds changes which no flag allows.
 *
 * @throws DataWorksError of kind `refused`, which names each of them and the flags that allow them
 */
export function refuseUnallowed({ refused }: Plan): void {
  if (refused.length === 0) return
  const flags = [...new Set(refused.flatMap(({ needs }) => needs?.flag ?? []))].sort()
  throw new DataWorksError({
    action: 'deploy',
    kind: 'refused',
    code: 'NeedsFlag',
    message: `nothing was changed: ${enumerate(refused.map(refusalText))}`,
    hint: `Look at the plan. When it is what you want, deploy with { ${flags.map((flag) => `${flag}: true`).join(', ')} }.`,
  })
}

/**
 * Refuses a plan of one workspace for another: nobody has looked at what it does there.
 *
 * @throws DataWorksError of kind `other-workspace`
 */
export function refuseOtherWorkspace({ projectId }: Plan, options: Pick<PlanOptions, 'projectId'>): void {
  const asked = String(BigInt(options.projectId))
  if (projectId === asked) return
  throw new DataWorksError({
    action: 'deploy',
    kind: 'other-workspace',
    code: 'OtherWorkspace',
    message: `nothing was changed: the plan is of workspace ${projectId}, and is to be deployed to workspace ${asked}`,
    hint: `Plan for workspace ${asked}, look at what it says, and deploy that.`,
  })
}

/**
 * Refuses a plan of which the workspace is no longer what the plan saw.
 *
 * @throws DataWorksError of kind `stale-plan`, which names what changed since
 */
export function refuseStale(planned: Plan, now: Plan): void {
  const seen = new Map(planned.toJSON().seen.map((one) => [keyOf(one), one]))
  const changed = now.toJSON().seen.filter((one) => seen.get(keyOf(one))?.hash !== one.hash)
  if (changed.length === 0) return
  throw new DataWorksError({
    action: 'deploy',
    kind: 'stale-plan',
    code: 'StalePlan',
    message: `nothing was changed: since the plan was made the workspace changed in ${enumerate(changed.map(({ path }) => `'${path}'`))}`,
    hint: 'Plan again, and look at what it says now.',
  })
}

function keyOf({ kind, name }: SeenPart): string {
  return `${kind}/${name}`
}
