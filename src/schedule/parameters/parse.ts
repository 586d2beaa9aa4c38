import { createDiagnostic } from '../../diagnostics/diagnostic.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { remember } from '../remember.ts'
import { type ParameterDiagnostic, ParameterProblems } from './diagnostics.ts'
import { readPart } from './expressions.ts'
import type { ParameterPart } from './part.ts'

const remembered = 512

const readRemembered: (text: string) => ParameterParseResult = remember(remembered, readParameter)

/**
 * Reads the value of a scheduling parameter: constant text, `${yyyymmdd-1}` for dates from the business date,
 * `$[yyyymmddhh24miss-1/24]` and `$[add_months(yyyymmdd,-1)]` for dates from the schedule time, `$bizdate` and the other
 * names of the system, `${workflow.name}` and `${workspace.name}`; any of them one after the other. The grammar is that
 * of the help pages "Supported formats of scheduling parameters" and "Differences between custom parameter values".
 *
 * A value that cannot be used gives all of its faults at once, each with its column and the way out. Warnings are for
 * what means something else than it looks, such as `$[yyyymm-1]`, which counts a day back and not a month.
 *
 * @param text - the value as written
 * @returns the parts, frozen, and remembered by the text
 *
 * @example
 * ```ts
 * import { parseParameter } from 'flowspec/schedule'
 *
 * const { ok, parts, diagnostics } = parseParameter('dt=${yyyymmdd-1}')
 * process.stdout.write(`${ok} ${parts.length} ${diagnostics[0]?.message}\n`)
 * ```
 */
export function parseParameter(text: string): ParameterParseResult {
  // Callers without a compiler, and documents, may bring anything here.
  const given: unknown = text
  return typeof given === 'string' ? readRemembered(given) : notText(given)
}

function notText(given: unknown): ParameterParseResult {
  const diagnostic = createDiagnostic({
    rule: 'parameter/syntax',
    severity: 'error',
    message: `The parameter has to be text, but is ${showValue(given)}.`,
    path: '',
    column: 1,
    length: 0,
  })
  return Object.freeze({ ok: false, parts: Object.freeze([]), diagnostics: Object.freeze([Object.freeze(diagnostic)]) })
}

function readParameter(text: string): ParameterParseResult {
  const problems = new ParameterProblems()
  const parts: ParameterPart[] = []
  for (let position = 0; position < text.length; ) {
    const part = readPart(text, position, problems)
    position += part.text.length
    const previous = parts.at(-1)
    if (part.kind === 'text' && previous?.kind === 'text') {
      parts[parts.length - 1] = { ...previous, text: previous.text + part.text }
    } else parts.push(part)
  }
  return Object.freeze({
    ok: problems.errorCount === 0,
    parts: Object.freeze(parts.map((part) => Object.freeze(part))),
    diagnostics: problems.list(),
  })
}

/**
 * What `parseParameter` gives. Of a parameter that can be used, the diagnostics are warnings; otherwise there is at least
 * one error among them, and what could not be read is a part of text.
 *
 * @example
 * ```ts
 * import { type ParameterParseResult, parseParameter } from 'flowspec/schedule'
 *
 * const result: ParameterParseResult = parseParameter('$[yyyy-mm-dd hh24:mi:ss]')
 * for (const { severity, column, message } of result.diagnostics) {
 *   process.stdout.write(`${severity} at ${column}: ${message}\n`)
 * }
 * ```
 */
export interface ParameterParseResult {
  /** Whether there is no error. */
  readonly ok: boolean
  /** The parts in order; their texts together are the parameter as written. */
  readonly parts: readonly ParameterPart[]
  /** What is wrong or may be misread, in the order of the places. */
  readonly diagnostics: readonly ParameterDiagnostic[]
}
