import { createDiagnostic } from '../diagnostics/diagnostic.ts'
import { FlowSpecError, isFlowSpecError } from '../diagnostics/flow-spec-error.ts'
import { showError } from '../diagnostics/show-value.ts'

/** What a value throws when all of it is read, as getters and proxies can; undefined when it is plain data. */
export function readFault(given: unknown): string | undefined {
  const seen = new Set<unknown>()
  const pending: unknown[] = [given]
  try {
    while (pending.length > 0) {
      const value = pending.pop()
      if (typeof value !== 'object' || value === null || seen.has(value)) continue
      seen.add(value)
      const own: unknown = Reflect.get(value, 'toJSON')
      if (typeof own === 'function') pending.push(Reflect.apply(own, value, []))
      else for (const key of Object.keys(value)) pending.push(Reflect.get(value, key))
    }
    return undefined
  } catch (error) {
    return showError(error)
  }
}

/** What is said of an error that is none of the user's: a fault of this library, or an engine that lacks something. */
export function faultOfFlowspec(call: string, error: unknown): string {
  return `${call}() failed: ${showError(error)}. What was given is readable, so this is a fault of flowspec, or of a JavaScript engine older than Node.js 20.19.`
}

function unreadable(call: string, fault: string, cause: unknown): FlowSpecError {
  const message = `${call}(): reading the document threw an error: ${fault}.`
  const hint = 'A document is plain data, without getters and proxies.'
  const diagnostic = createDiagnostic({ rule: 'document/not-json', severity: 'error', message, hint, path: '' })
  return new FlowSpecError([diagnostic], { cause })
}

/**
 * Does work on a document of a user, whose getters and proxies can throw whatever they like.
 *
 * @throws FlowSpecError of rule `document/not-json` for a document that cannot be read; an Error with its cause where the
 *   document can be read and the work fails all the same
 */
export function reading<Result>(call: string, given: unknown, work: () => Result): Result {
  return readable(call, given, () => {
    try {
      return work()
    } catch (error) {
      if (isFlowSpecError(error) || readFault(given) !== undefined) throw error
      throw new Error(faultOfFlowspec(call, error), { cause: error })
    }
  })
}

/** As {@link reading}, for work that has words of its own for what it cannot do with a document that is readable. */
export function readable<Result>(call: string, given: unknown, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    const fault = isFlowSpecError(error) ? undefined : readFault(given)
    if (fault === undefined) throw error
    throw unreadable(call, fault, error)
  }
}
