import { isBranded } from './brand.ts'
import type { Diagnostic } from './diagnostic.ts'
import { describeCall, describePlace } from './place.ts'
import { isList, printable, shortened, showValue } from './show-value.ts'

const brand = Symbol.for('flowspec.FlowSpecError')

/** More than a person reads, and little enough for a log; the rest is in `diagnostics`. */
const mostShown = 20

function summary(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error')
  const shown = errors.length === 0 ? diagnostics : errors
  const count = shown.length === 1 ? '1 fault' : `${shown.length} faults`
  const more = shown.length > mostShown ? `\n… and ${shown.length - mostShown} more in error.diagnostics` : ''
  return `${count} found\n${formatDiagnostics(shown.slice(0, mostShown))}${more}`
}

/**
 * Thrown when a document cannot be used: it carries every diagnostic, not only the first.
 *
 * Tell it from other errors with {@link isFlowSpecError}, which also knows an error of a second copy of this package.
 *
 * @example
 * ```ts
 * import { isFlowSpecError, workflow } from 'flowspec'
 *
 * try {
 *   workflow('orders').cron('every day').build()
 * } catch (error) {
 *   if (!isFlowSpecError(error)) throw error
 *   for (const diagnostic of error.diagnostics) process.stderr.write(`${diagnostic.message}\n`)
 * }
 * ```
 */
export class FlowSpecError extends Error {
  declare readonly diagnostics: readonly Diagnostic[]

  constructor(diagnostics: readonly Diagnostic[], options?: ErrorOptions) {
    super(summary(diagnostics), options)
    // Whoever prints an error prints its enumerable properties below it, and the message says all that already.
    Object.defineProperty(this, 'name', { value: 'FlowSpecError', configurable: true, writable: true })
    Object.defineProperty(this, 'diagnostics', { value: diagnostics })
    Object.defineProperty(this, brand, { value: true })
  }

  /** The error as data for a log; without the stack and without the cause. */
  toJSON(): object {
    return { name: this.name, diagnostics: this.diagnostics }
  }
}

/**
 * Whether a caught value is a {@link FlowSpecError}, of this copy of the package or another.
 *
 * @example
 * ```ts
 * import { isFlowSpecError, readSpec } from 'flowspec'
 *
 * try {
 *   readSpec('{')
 * } catch (error) {
 *   if (isFlowSpecError(error)) process.stderr.write(error.message)
 * }
 * ```
 */
export function isFlowSpecError(value: unknown): value is FlowSpecError {
  return isBranded(value, brand)
}

/** Of a longer one, which holds a name that nobody reads either, the ends say where it leads. */
const longestPointer = 400

function formatOne(diagnostic: Diagnostic): string {
  const pointer = diagnostic.path === '' ? '(document)' : shortened(diagnostic.path, longestPointer)
  const names = describePlace(diagnostic)
  const place = names === '' ? `at ${pointer}` : `in ${names} at ${pointer}`
  const { source, calledFrom = [] } = diagnostic
  const calls = calledFrom.map((call) => `, ${describeCall(call)}`).join('')
  const where = source === undefined ? '' : ` (${source.file ?? 'text'}:${source.line}:${source.column}${calls})`
  const lines = [`${diagnostic.severity} ${diagnostic.rule} ${place}${where}`, `  ${diagnostic.message}`]
  if (diagnostic.hint !== undefined) lines.push(`  ${diagnostic.hint}`)
  return lines.map(printable).join('\n')
}

/**
 * Writes diagnostics as text for people, one after the other: first what is called by a name, `orders › ods (prod)`, then
 * the JSON Pointer, and the place in source text where that is known.
 *
 * @param diagnostics - what {@link checkSpec}, a builder's `check()` or a {@link FlowSpecError} gave
 * @returns the text without a final line break; the empty string for no diagnostics
 *
 * @example
 * ```ts
 * import { checkSpec, formatDiagnostics } from 'flowspec'
 *
 * process.stdout.write(`${formatDiagnostics(checkSpec({ kind: 'CycleWorkflow' }))}\n`)
 * ```
 */
export function formatDiagnostics(diagnostics: readonly Diagnostic[]): string {
  if (!isList(diagnostics))
    throw new TypeError(`formatDiagnostics(): diagnostics is ${showValue(diagnostics)}; give a list.`)
  const stray = diagnostics.findIndex((one) => typeof one?.path !== 'string')
  if (stray >= 0) throw new TypeError(`formatDiagnostics(): diagnostics[${stray}] is none; give what a check gave.`)
  return diagnostics.map(formatOne).join('\n')
}
