import type { Severity } from '../../diagnostics/diagnostic.ts'
import type { Entity } from '../../document/index/entity.ts'
import { readText } from '../../document/json/records.ts'
import { isUnknownName } from '../../schedule/parameters/names.ts'
import { parseParameter } from '../../schedule/parameters/parse.ts'
import { remember } from '../../schedule/remember.ts'
import { entityRule } from './entity-rule.ts'
import type { DocumentedRule, EntityRule } from './rule.ts'

/** Expressions as the parser divides a value into them; one without its end goes on to the end of the value. */
const expressions = /\$(?:\{[^}]*\}?|\[[^\]]*\]?)/g

/**
 * Whether something else than the scheduler may fill an expression in: a placeholder such as `${{date}}` is replaced before
 * the service sees it, and a name in braces may be a variable of the workflow or of another node.
 */
function isForOthers(expression: string): boolean {
  if (expression.startsWith('${{')) return true
  return expression.startsWith('${') && expression.endsWith('}') && isUnknownName(expression.slice(2, -1))
}

/** A value with such expressions blanked out, so that columns stay what they are. */
function withoutNames(value: string): string {
  return value.replaceAll(expressions, (written) => (isForOthers(written) ? '_'.repeat(written.length) : written))
}

/** A name without braces or brackets. */
const bareName = /^\$\w/

const remembered = 256

/** What there is to say of a value, for all rules that ask. */
const diagnosticsOf = remember(remembered, (text: string) => parseParameter(withoutNames(text)).diagnostics)

/**
 * Whether a variable is one that nodes hand on, of a parameter node, of inputs or outputs, or the copy of such a one: its
 * value need not be for the scheduler, which fills in the parameters of scripts.
 */
function isHandedOn({ field, parent }: Entity): boolean {
  return field === 'referenceVariable' || parent?.name === 'ParamHub' || parent?.name === 'Artifacts'
}

/**
 * A rule that tells the first diagnostic of its name that `parseParameter` has of the value of a scheduling parameter.
 *
 * @param ofNames - the severity where it is a bare `$name`, which may be meant for the code: a variable of a shell, say
 */
// @__NO_SIDE_EFFECTS__
export function parameterRule(parts: DocumentedRule, ofNames: Severity = parts.severity): EntityRule {
  const severityOf = (variable: Entity, written: string): Severity => {
    if (isHandedOn(variable)) return 'warning'
    return bareName.test(written) ? ofNames : parts.severity
  }
  return entityRule(parts, ['Variable'], (variable) => {
    const { value } = variable
    const text = value['type'] === 'System' ? readText(value, 'value') : undefined
    if (text?.includes('$') !== true) return undefined
    const found = diagnosticsOf(text).find(({ rule }) => rule === parts.name)
    if (found === undefined) return undefined
    const { column, message, hint } = found
    return {
      field: 'value',
      message: `${message.replace(/\.$/, '')} (column ${column}).`,
      ...(hint === undefined ? {} : { hint }),
      severity: severityOf(variable, text.slice(column - 1)),
    }
  })
}
