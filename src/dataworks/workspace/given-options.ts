import { type ArgumentKind, listOf } from '../../diagnostics/arguments.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { requireArgument } from '../client/given-arguments.ts'
import { encodePlain } from '../operations/encoding/encode-plain.ts'

export const clientKind: ArgumentKind = {
  takes: 'what createClient() gives',
  holds: (value) => typeof value === 'object' && value !== null && 'importWorkflowDefinition' in value,
}

export const workspaceKind: ArgumentKind = {
  takes: 'the id of a workspace',
  holds: (value) => typeof encodePlain('workspace', value) === 'string',
}

/** @throws TypeError for a call that is told of no workspace */
export function requireWorkspace(call: string, { projectId }: { readonly projectId?: unknown }): void {
  requireArgument(call, 'options.projectId', projectId, workspaceKind)
}

/** Ids of parts of a workspace, as users may have them; a number that lost digits is refused. */
export const idsKind: ArgumentKind = listOf({ takes: 'an id', holds: isId })

function isId(value: unknown): boolean {
  return typeof value === 'bigint' || Number.isSafeInteger(value) || (typeof value === 'string' && value.trim() !== '')
}

export const concurrencyKind: ArgumentKind = { takes: 'a whole number from 1 to 20', holds: Number.isInteger }

/** Calls under way at once, where nothing else is said: the basic quota of an account is five calls a second. */
const usual = 4
const most = 20

/**
 * How many calls are under way at most.
 *
 * @throws RangeError when the number is out of its range
 */
export function concurrencyOf(
  call: string,
  { concurrency = usual }: { readonly concurrency?: number | undefined },
): number {
  if (Number.isInteger(concurrency) && concurrency >= 1 && concurrency <= most) return concurrency
  throw new RangeError(`${call}: concurrency must be a whole number from 1 to ${most}, not ${showValue(concurrency)}`)
}
