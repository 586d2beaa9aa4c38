import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { evaluatePart, type PartValue, runtimeOnly } from './evaluate-part.ts'
import type { ParameterContext } from './parameter-context.ts'
import type { ParameterPart } from './parameter-part.ts'
import { parseParameter } from './parse-parameter.ts'
import type { EvaluationTimes } from './read-context.ts'

/** The value of a parameter, or every fault that keeps it from having one. */
export type ParameterValue =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/** Parameters that may be named; those of the workflow may name those of the workspace, and not the other way round. */
export type NamedParameters = Pick<ParameterContext, 'workflow' | 'workspace'>

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
  { workflow, workspace }: NamedParameters,
): string | readonly Diagnostic[] {
  const { scope, name } = part
  const known = (scope === 'workflow' ? workflow : workspace) ?? {}
  const expression = Object.hasOwn(known, name) ? known[name] : undefined
  if (expression === undefined) {
    const near = didYouMean(name, Object.keys(known))
    const hint = near === undefined ? `Give it as ${scope}: { '${name}': '…' }.` : `Did you mean ${near}?`
    return [runtimeOnly(part, hint)]
  }
  const value = evaluateParts(expression, times, scope === 'workflow' ? { workspace } : {})
  return value.ok ? value.value : value.diagnostics
}
