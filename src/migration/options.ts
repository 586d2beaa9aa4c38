import { checkSettings, name, type SettingKindsOf, texts } from '../builders/arguments.ts'
import type { MigrationOptions } from './migration.ts'

const kinds: SettingKindsOf<MigrationOptions> = { project: name, commands: texts, datasources: texts }

/** The node type for a type of the source. */
export function commandFor(type: string, usual: string, { commands = {} }: MigrationOptions): string {
  return (Object.hasOwn(commands, type) ? commands[type] : undefined) ?? usual
}

/** Options as they were given, judged. */
export function checkOptions(call: string, options: MigrationOptions): MigrationOptions {
  checkSettings(call, 'options', options, kinds)
  return options
}
