import type { BuiltInRuleName } from '../../diagnostics/rule-names.ts'
import { rules } from '../rules/index.ts'
import type { Rule } from './rule.ts'

/** The rules that are raised where a document is read, indexed, built or converted; what the page says of them is not shipped. */
const elsewhere: readonly BuiltInRuleName[] = [
  'code/file-unreadable',
  'document/cyclic',
  'document/not-json',
  'document/one-workflow',
  'document/syntax',
  'document/too-deep',
  'document/too-large',
  'document/unsafe-key',
  'parameter/date-range',
  'parameter/missing-time',
  'parameter/runtime-only',
  'parameter/spacing',
  'project/unknown-environment',
  'reference/unknown-project',
  'schedule/calendar-unknown',
  'schedule/cron-not-carried',
  'settings/faulty-rule',
  'settings/unknown-rule',
  'settings/unknown-severity',
  'suppression/missing-reason',
  'suppression/unknown-rule',
]

function namesOf(catalogue: readonly Rule[]): ReadonlySet<string> {
  return new Set([...catalogue.map(({ name }) => name), ...elsewhere])
}

/** Every rule there is, but a team's own: those of the catalogue say their names themselves. */
export const knownRules: ReadonlySet<string> = /* @__PURE__ */ namesOf(rules)
