import type { CheckOptions } from '../../check/check-options.ts'
import { UsageError } from '../command-error.ts'
import type { CommandConsole } from '../console/command-console.ts'
import type { OptionValues } from '../option-values.ts'

/** What a command works on, as the call says. */
export interface ReadProject extends Pick<CheckOptions, 'custom' | 'rules'> {
  readonly paths: readonly string[]
  readonly environment: string | undefined
}

/**
 * Finds out what a command works on.
 *
 * @throws UsageError when that is nothing
 */
export async function readProject(
  words: readonly string[],
  options: OptionValues,
  _console: CommandConsole,
): Promise<ReadProject> {
  const environment = options.text('env')
  if (words.length > 0) return { paths: words, environment }
  throw new UsageError('No pipeline is named.', {
    next: 'Give a module, a document, a folder, or - for standard input.',
  })
}
