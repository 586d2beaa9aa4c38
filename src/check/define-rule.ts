import { createDiagnostic } from '../diagnostics/create-diagnostic.ts'
import { FlowSpecError } from '../diagnostics/flow-spec-error.ts'
import type { CustomRule } from './custom-rule.ts'
import { customRuleFaults } from './custom-rule-faults.ts'

/**
 * Makes a rule of a team's own, to be given to `checkSpec`, `build()` or `check()` as `custom: [rule]`. Its name can be
 * turned off, given another severity and suppressed like that of any rule.
 *
 * @param rule - its name `custom/…`, its severity, what it finds in one sentence, and the function that looks
 * @returns the rule, frozen
 * @throws FlowSpecError with everything that is wrong with the name, the severity and the function
 *
 * @example
 * ```ts
 * import { odpsSql, workflow } from 'flowspec'
 * import { defineRule, findingAt } from 'flowspec/rules'
 *
 * export const layered = defineRule({
 *   name: 'custom/layered-names',
 *   severity: 'error',
 *   summary: 'The name of a node begins with its layer.',
 *   run(index, report) {
 *     for (const { entity, name } of index.nodes) {
 *       if (name === undefined || /^(?:ods|dwd|dws|ads)_/.test(name)) continue
 *       const message = `'${name}' does not begin with a layer.`
 *       report(findingAt(entity, 'name', { message, hint: 'Begin with ods_, dwd_, dws_ or ads_.' }))
 *     }
 *   },
 * })
 *
 * const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('orders_by_day').code('select 1'))
 * const diagnostics = orders.check({ custom: [layered], rules: { 'custom/layered-names': 'warning' } })
 * ```
 */
export function defineRule(rule: CustomRule): CustomRule {
  const faults = customRuleFaults(rule)
  if (faults.length === 0) return Object.freeze({ ...rule })
  throw new FlowSpecError(
    faults.map((fault) => {
      const message = `This is no rule: ${fault}.`
      return createDiagnostic({ rule: 'settings/faulty-rule', severity: 'error', message, path: '' })
    }),
  )
}
