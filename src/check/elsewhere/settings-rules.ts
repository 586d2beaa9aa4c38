import type { RuleDescription } from '../rule.ts'

/** The rules of what a check itself is given. */
export const settingsRules: readonly RuleDescription[] = [
  /**
   * @example
   * ```ts
   * import { odpsSql, workflow } from 'flowspec'
   * import { type CustomRule, defineRule, readText } from 'flowspec/rules'
   *
   * const demand = { name: 'custom/valid-jobs', severity: 'error', summary: 'Jobs are JSON.' } as const
   *
   * // Throws at the first script that is SQL; what other rules find is reported all the same.
   * const hasty: CustomRule = defineRule({
   *   ...demand,
   *   run(index) {
   *     for (const { value } of index.eachEntity('Script')) JSON.parse(readText(value, 'content') ?? '{}')
   *   },
   * })
   * const careful: CustomRule = defineRule({
   *   ...demand,
   *   run(index) {
   *     for (const { value } of index.eachEntity('Script')) {
   *       if (readText(value, 'language') === 'json') JSON.parse(readText(value, 'content') ?? '{}')
   *     }
   *   },
   * })
   * const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').code('select 1'))
   *
   * export const wrong = () => orders.check({ custom: [hasty] })
   *
   * export const right = () => orders.check({ custom: [careful] })
   * ```
   */
  {
    name: 'settings/faulty-rule',
    severity: 'error',
    summary: "A rule of a team's own cannot run, throws an error, or reports what is no finding.",
    evidence: 'What it would have found is not known.',
  },
  /**
   * @example
   * ```ts
   * import { workflow } from 'flowspec'
   *
   * const orders = workflow('orders').cron('00 02 00 * * ?')
   * // Settings may come from a file, which no compiler has seen.
   * const settings = (text: string) => ({ rules: JSON.parse(text) })
   *
   * export const wrong = () => orders.check(settings('{ "name/character": "off" }'))
   *
   * export const right = () => orders.check(settings('{ "name/characters": "off" }'))
   * ```
   */
  {
    name: 'settings/unknown-rule',
    severity: 'warning',
    summary: 'The settings give a severity to a rule that does not exist.',
    evidence: 'They would change nothing.',
  },
  /**
   * @example
   * ```ts
   * import { workflow } from 'flowspec'
   *
   * const orders = workflow('orders').cron('00 02 00 * * ?')
   * // Settings may come from a file, which no compiler has seen.
   * const settings = (text: string) => ({ rules: JSON.parse(text) })
   *
   * export const wrong = () => orders.check(settings('{ "name/characters": "warn" }'))
   *
   * export const right = () => orders.check(settings('{ "name/characters": "warning" }'))
   * ```
   */
  {
    name: 'settings/unknown-severity',
    severity: 'warning',
    summary: 'The settings give a rule a severity that does not exist.',
    evidence: 'They would change nothing.',
  },
  /**
   * @example
   * ```ts
   * import { odpsSql, workflow } from 'flowspec'
   *
   * const ods = odpsSql('ods').code('select 1')
   * const orders = workflow('orders').cron('00 02 00 * * ?')
   *
   * export const wrong = orders.nodes(ods.suppress('strategy/priority-console', ''))
   *
   * export const right = orders.nodes(ods.suppress('strategy/priority-console', 'set by the scheduler of the group'))
   * ```
   */
  {
    name: 'suppression/missing-reason',
    severity: 'error',
    summary: 'A rule is suppressed without a reason.',
    evidence: 'Who reads it later must be able to tell whether it still holds.',
  },
  /**
   * @example
   * ```ts
   * import { checkSpec } from 'flowspec'
   *
   * const orders = { kind: 'ManualWorkflow', version: '1.1.0', spec: {} }
   * // Suppressions may come from a file, which no compiler has seen.
   * const settings = (text: string) => ({ suppress: JSON.parse(text) })
   *
   * export const wrong = () => checkSpec(orders, settings('[{ "rule": "graph/cycles", "reason": "known" }]'))
   *
   * export const right = () => checkSpec(orders, settings('[{ "rule": "graph/cycle", "reason": "known" }]'))
   * ```
   */
  {
    name: 'suppression/unknown-rule',
    severity: 'error',
    summary: 'A suppression names a rule that does not exist.',
    evidence: 'It would silence nothing.',
  },
]
