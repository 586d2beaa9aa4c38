import { commandTable } from './command-table.ts'
import type { CommandConsole } from './console/command-console.ts'
import { awaitUser } from './console/user-waits.ts'
import type { ExitCode } from './exit-codes.ts'
import { parseCall } from './parse-call.ts'
import { UnsettledError } from './unsettled-error.ts'

/** Help is as wide as it can be read. */
const helpColumns = 100

/**
 * Runs the command `flowspec` with the words of a call.
 *
 * @param words - what stands behind `flowspec`: `['check', 'pipelines']`
 * @param console - what it reads and writes
 * @returns what the process ends with
 */
export async function runCall(words: readonly string[], console: CommandConsole): Promise<ExitCode> {
  const { write, tell } = console
  const parsed = await parseCall(words, { columns: helpColumns, write, tell })
  if (typeof parsed === 'number') return parsed
  try {
    const { definition, words: rest, options } = parsed
    const call = { console, words: rest, options, given: words, commands: commandTable }
    return await awaitUser(
      () => new UnsettledError('The command cannot go on'),
      () => definition.run(call),
    )
  } catch (error) {
    const { tellError } = await import('./tell-error.ts')
    return tellError(error, console)
  }
}
