import type { Rule } from '../rule.ts'
import { inspectZone, scheduleRule } from '../schedule-rule.ts'

/** A time zone is not a name of the time zone database. */
export const scheduleUnknownZone: Rule = scheduleRule(
  {
    name: 'schedule/unknown-zone',
    severity: 'error',
    summary: 'A time zone is not a name of the time zone database.',
    evidence: 'Java falls back to GMT for an unknown name, eight hours off without a word.',
  },
  inspectZone,
)
