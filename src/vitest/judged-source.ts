import { checkProject } from '../check/check-project.ts'
import { checkSpec } from '../check/check-spec.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { showType } from '../diagnostics/show-value.ts'
import { isRecord, readText } from '../document/json/records.ts'

/** What a matcher gives: whether it matches, and what is said when the test wanted it otherwise. */
export interface MatcherResult {
  readonly pass: boolean
  readonly message: () => string
}

/** A result of a matcher for a value that is of no kind it takes. */
export function unfit(matcher: string, received: unknown, takes: string): MatcherResult {
  return { pass: false, message: () => `${matcher}: the value is ${showType(received)}. Give ${takes}.` }
}

/**
 * Ends a matcher that is given more than it takes: whatever `.not` says, the test asks for something else than it gets.
 *
 * @throws TypeError
 */
export function requireNoMore(matcher: string, more: readonly unknown[]): void {
  if (more.length === 0) return
  throw new TypeError(`${matcher}: it is given ${showType(more[0])} more than it takes. Take that out.`)
}

type Checked = { check(): readonly Diagnostic[] }

function isCheckable(value: object): value is Checked {
  return 'check' in value && typeof value.check === 'function'
}

/** Everything the check has to say of a builder, a document or a built project; undefined for anything else. */
export function diagnosticsOf(received: unknown): readonly Diagnostic[] | undefined {
  if (!isRecord(received)) return undefined
  if (isCheckable(received)) return received.check()
  const { documents } = received
  const identifier = readText(received, 'identifier')
  if (Array.isArray(documents) && identifier !== undefined) return checkProject(documents, { identifier })
  return 'kind' in received || 'spec' in received ? checkSpec(received) : undefined
}
