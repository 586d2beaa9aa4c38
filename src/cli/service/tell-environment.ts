import { printable } from '../../diagnostics/show-value.ts'
import type { CommandCall } from '../command.ts'
import type { FoundConfig } from '../project/find-config.ts'
import { environmentIn } from '../project/read-project.ts'

/** Says which environment is meant where the call names none, and the configuration has one alone. */
export function tellEnvironment(found: FoundConfig | undefined, { console, options }: CommandCall): void {
  if (found === undefined || options.text('env') !== undefined) return
  const only = environmentIn(found, undefined)
  if (only !== undefined) console.tell(`Environment ${printable(only)}, the only one of ${printable(found.uri)}.\n`)
}
