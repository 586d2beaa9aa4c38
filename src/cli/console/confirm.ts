import { CommandError } from '../command-error.ts'
import type { OptionValues } from '../option-values.ts'
import type { CommandConsole } from './command-console.ts'

/**
 * Asks whether to go on, where somebody is there to answer and has not said so already.
 *
 * @throws CommandError when the answer is no
 */
export async function confirm(question: string, options: OptionValues, console: CommandConsole): Promise<void> {
  if (options.flag('yes') || !console.isInteractive) return
  const answer = await console.ask(`${question} [y/N] `)
  if (/^\s*y(?:es)?\s*$/i.test(answer)) return
  throw new CommandError('Nothing was done.', { next: 'Answer y to go on, or give --yes.' })
}
