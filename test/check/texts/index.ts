import type { Told } from '../support/fixture.ts'
import { contentTexts } from './content-texts.ts'
import { controlTexts } from './control-texts.ts'
import { nameTexts } from './name-texts.ts'
import { nodeTexts } from './node-texts.ts'
import { parameterTexts } from './parameter-texts.ts'
import { projectTexts } from './project-texts.ts'
import { scheduleTexts } from './schedule-texts.ts'
import { schemaTexts } from './schema-texts.ts'

/** What diagnostics name, by what they are about. */
export const texts: readonly Told[] = [
  ...contentTexts,
  ...controlTexts,
  ...nameTexts,
  ...nodeTexts,
  ...parameterTexts,
  ...projectTexts,
  ...scheduleTexts,
  ...schemaTexts,
]
