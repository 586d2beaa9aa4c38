import { DataWorksError } from '../errors/data-works-error.ts'
import { enumerate } from '../errors/error-text.ts'
import type { PlanChange, PlanFlag } from '../plan/plan-change.ts'
import type { PlanOptions } from '../plan/plan-options.ts'
import type { Plan, PlanData, SeenPart } from '../plan/plan-result.ts'
import type { DeployOptions } from './deploy-options.ts'

function refusalText({ kind, name, path, needs }: PlanChange): string {
  return `${kind} '${kind === 'edge' ? name : path}': ${needs?.reason ?? ''}`
}

const otherName =
  'A node of another type is made under another name; under the same one it takes two deploys: one without the node, and one with it.'

function withFlags(flags: readonly PlanFlag[]): string {
  return `Look at the plan. When it is what you want, deploy with { ${flags.map((flag) => `${flag}: true`).join(', ')} }.`
}

/**
 * Refuses a plan that holds changes which no flag allows, or none that was given.
 *
 * @throws DataWorksError of kind `refused`, which names each of them and the flags that allow them
 */
export function refuseUnallowed({ refused }: Plan): void {
  if (refused.length === 0) return
  const flags = [...new Set(refused.flatMap(({ needs }) => needs?.flag ?? []))].sort()
  const isNever = refused.some(({ needs }) => needs?.flag === undefined)
  throw new DataWorksError({
    action: 'deploy',
    kind: 'refused',
    ...(isNever ? { code: 'TypeChanged' } : { code: 'NeedsFlag' }),
    message: `nothing was changed: ${enumerate(refused.map(refusalText), '; ')}`,
    hint: [...(isNever ? [otherName] : []), ...(flags.length === 0 ? [] : [withFlags(flags)])].join(' '),
  })
}

/**
 * Refuses a plan of one workspace for another: nobody has looked at what it does there.
 *
 * @throws DataWorksError of kind `other-workspace`
 */
export function refuseOtherWorkspace({ projectId }: PlanData, options: Pick<PlanOptions, 'projectId'>): void {
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
 * Refuses a plan of which the workspace, or the code, is no longer what the plan saw.
 *
 * @param only - whether a part of the documents is deployed, so that the others need not be there
 * @throws DataWorksError of kind `stale-plan`, which names what changed since
 */
export function refuseStale({ seen: then }: PlanData, now: Plan, only: DeployOptions['only']): void {
  const { seen } = now.toJSON()
  const before = new Map(then.map((one) => [keyOf(one), one]))
  const after = new Set(seen.map(keyOf))
  const missing = only === undefined ? then.filter((one) => !after.has(keyOf(one))) : []
  const inCode = [
    ...seen.filter((one) => before.get(keyOf(one))?.source !== one.source),
    ...missing.filter(({ source }) => source !== undefined),
  ]
  const code = new Set(inCode)
  const inWorkspace = [
    ...seen.filter((one) => !code.has(one) && before.get(keyOf(one))?.hash !== one.hash),
    ...missing.filter(({ source }) => source === undefined),
  ]
  const places = (parts: readonly SeenPart[]): string =>
    enumerate(
      parts.map(({ path }) => `'${path}'`),
      '; ',
    )
  const reasons = [
    ...(inWorkspace.length === 0 ? [] : [`the workspace changed in ${places(inWorkspace)}`]),
    ...(inCode.length === 0 ? [] : [`the code changed in ${places(inCode)}`]),
  ]
  if (reasons.length === 0) return
  throw new DataWorksError({
    action: 'deploy',
    kind: 'stale-plan',
    code: 'StalePlan',
    message: `nothing was changed: since the plan was made ${reasons.join(', and ')}`,
    hint: 'Plan again, and look at what it says now.',
  })
}

function keyOf({ kind, name }: SeenPart): string {
  return `${kind}/${name}`
}
