import type { RuleName } from './rule-name.ts'

/** The page and heading that explain a rule, relative to the package: `docs/rules.md#schedule-cron-syntax`. */
export function ruleDocs(rule: RuleName): string {
  return `docs/rules.md#${rule.replaceAll('/', '-')}`
}
