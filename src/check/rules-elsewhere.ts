import { documentRules } from './elsewhere/document-rules.ts'
import { parameterRules } from './elsewhere/parameter-rules.ts'
import { projectRules } from './elsewhere/project-rules.ts'
import { scheduleRules } from './elsewhere/schedule-rules.ts'
import { settingsRules } from './elsewhere/settings-rules.ts'
import type { RuleDescription } from './rule.ts'

/** The rules that are not looked for in a finished document, but raised where it is read, indexed or built. */
export const rulesElsewhere: readonly RuleDescription[] = [
  ...documentRules,
  ...parameterRules,
  ...projectRules,
  ...scheduleRules,
  ...settingsRules,
]
