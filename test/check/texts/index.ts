import type { Told } from '../support/fixture.ts'
import { controlTexts } from './control-texts.ts'
import { parameterTexts } from './parameter-texts.ts'
import { scheduleTexts } from './schedule-texts.ts'

/** What diagnostics name, by what they are about. */
export const texts: readonly Told[] = [...controlTexts, ...parameterTexts, ...scheduleTexts]
