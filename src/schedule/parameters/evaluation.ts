import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import type { BuiltInRuleName } from '../../diagnostics/rule-names.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import type { EvaluationTimes, ParameterContext } from './context.ts'
import { formatDate } from './date-format.ts'
import { shiftDate } from './offsets.ts'
import { parseParameter } from './parse.ts'
import type { DateMeaning, ParameterPart } from './part.ts'

/** The value of a parameter, or every fault that keeps it from having one. */
export type ParameterValue =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/** Parameters that may be named; those of the workflow may name those of the workspace, and not the other way round. */
interface NamedParameters extends Pick<ParameterContext, 'workflow' | 'workspace'> {
  /** Whether those of the workflow are all it has, so that another name means none. */
  readonly isWholeWorkflow?: boolean
}

/** Evaluates a parameter at times that have been checked. */
export function evaluateParts(expression: string, times: EvaluationTimes, named: NamedParameters): ParameterValue {
  const { ok, parts, diagnostics } = parseParameter(expression)
  if (!ok) return { ok, diagnostics: diagnostics.filter(({ severity }) => severity === 'error') }
  const values: string[] = []
  const faults: Diagnostic[] = []
  for (const part of parts) {
    const value = partValue(part, times, named)
    if (typeof value === 'string') values.push(value)
    else faults.push(...value)
  }
  return faults.length === 0 ? { ok: true, value: values.join('') } : { ok: false, diagnostics: faults }
}

function partValue(
  part: ParameterPart,
  times: EvaluationTimes,
  named: NamedParameters,
): string | readonly Diagnostic[] {
  if (part.kind === 'text') return part.text
  if (part.kind === 'reference') return lookUp(part, times, named)
  const value: PartValue = evaluatePart(part, times)
  return typeof value === 'string' ? value : [value]
}

function lookUp(
  part: Extract<ParameterPart, { kind: 'reference' }>,
  times: EvaluationTimes,
  { workflow, workspace, isWholeWorkflow = false }: NamedParameters,
): string | readonly Diagnostic[] {
  const { scope, name } = part
  const known = (scope === 'workflow' ? workflow : workspace) ?? {}
  const expression = Object.hasOwn(known, name) ? known[name] : undefined
  if (expression === undefined) {
    const near = nearName(known, name)
    if (scope === 'workflow' && isWholeWorkflow) return [unknownInWorkflow(part, name, near)]
    const hint = near === undefined ? `Give it as ${scope}: { '${name}': '…' }.` : `Did you mean ${near}?`
    return [runtimeOnly(part, hint)]
  }
  const value = evaluateParts(expression, times, scope === 'workflow' ? { workspace } : {})
  return value.ok ? value.value : value.diagnostics
}

/** What was found near to names, by the parameters among which it was looked for. */
const suggestions = /* @__PURE__ */ new WeakMap<object, Map<string, string | undefined>>()

/** Looking for one takes time in proportion to the parameters; who misspells more gets no more suggestions. */
const mostSuggestions = 100

function nearName(known: Readonly<Record<string, string>>, name: string): string | undefined {
  const found = suggestions.get(known) ?? new Map<string, string | undefined>()
  suggestions.set(known, found)
  if (found.has(name) || found.size >= mostSuggestions) return found.get(name)
  const near = didYouMean(name, Object.keys(known))
  found.set(name, near)
  return near
}

/** The value of a part, or why it has none. */
type PartValue = string | Diagnostic

const dateFormat = ['yyyy', 'mm', 'dd'] as const
const timeFormat = [...dateFormat, 'hh24', 'mi', 'ss'] as const

/** The value of a date or of a name of the system; parameters kept elsewhere are looked up by the caller. */
function evaluatePart(part: Exclude<ParameterPart, { kind: 'text' | 'reference' }>, times: EvaluationTimes): PartValue {
  if (part.kind === 'date') return evaluateDate(part, times)
  switch (part.name) {
    case 'bizdate':
    case 'bdp.system.bizdate':
      return written(part, times.businessDate, dateFormat)
    case 'cyctime':
    case 'bdp.system.cyctime':
      return written(part, times.scheduleTime, timeFormat)
    case 'gmtdate':
      return written(part, times.now, dateFormat)
    case 'bizmonth':
      return businessMonth(part, times)
    default:
      return runtimeOnly(part, 'The service gives it out when it makes the instance.')
  }
}

function unknownInWorkflow(part: ParameterPart, name: string, near: string | undefined): Diagnostic {
  const hint = near === undefined ? `Give it to the workflow: .param('${name}', …).` : `Did you mean "${near}"?`
  return fault('parameter/unknown-workflow', part, 'names no parameter of the workflow', hint)
}

/** A fault of a parameter whose value only the service knows. */
function runtimeOnly(part: ParameterPart, hint: string): Diagnostic {
  return fault('parameter/runtime-only', part, 'has a value that only the service knows', hint)
}

function fault(rule: BuiltInRuleName, part: ParameterPart, what: string, hint: string): Diagnostic {
  const { column } = part
  const message = `The parameter ${showValue(part.text)} ${what}.`
  return createDiagnostic({ rule, severity: 'error', message, path: '', hint, column, length: part.text.length })
}

function missing(part: ParameterPart): Diagnostic {
  const hint = 'Give scheduleTime, "2026-01-31 02:00:00", or businessDate, "2026-01-30".'
  return fault('parameter/missing-time', part, 'depends on the time of the run, which is not given', hint)
}

function written(part: ParameterPart, wall: number | undefined, format: DateMeaning['format']): PartValue {
  return wall === undefined ? missing(part) : formatDate(wall, format)
}

function evaluateDate(part: Extract<ParameterPart, { kind: 'date' }>, times: EvaluationTimes): PartValue {
  const base = part.from === 'business-date' ? times.businessDate : times.scheduleTime
  if (base === undefined) return missing(part)
  const shift = part.months === undefined ? part.offsets : [part.months, ...part.offsets]
  const date = shiftDate(base, shift, times.zone)
  if (date !== undefined) return formatDate(date, part.format)
  return fault(
    'parameter/date-range',
    part,
    'comes to a date outside of the years 1 to 9999',
    'Choose a smaller offset.',
  )
}

/** `$bizmonth`: the month of the business date, or the one before when that is the current month. */
function businessMonth(part: ParameterPart, { businessDate, now, zone }: EvaluationTimes): PartValue {
  if (businessDate === undefined || now === undefined) return missing(part)
  const month = formatDate(businessDate, ['yyyy', 'mm'])
  if (month !== formatDate(now, ['yyyy', 'mm'])) return month
  const before = shiftDate(businessDate, [{ sign: '-', amount: 1, times: 1, unit: 'month' }], zone)
  return written(part, before, ['yyyy', 'mm'])
}
