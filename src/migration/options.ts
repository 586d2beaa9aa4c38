import { checkSettings, name, type SettingKindsOf, texts } from '../builders/arguments.ts'
import type { MigrationOptions } from './migration.ts'

const kinds: SettingKindsOf<MigrationOptions> = { project: name, commands: texts, datasources: texts }

/** Options as they were given, judged. */
export function checkOptions(call: string, options: MigrationOptions): MigrationOptions {
  checkSettings(call, 'options', options, kinds)
  return options
}
