import type { CheckOptions } from '../../check/check-options.ts'
import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { printable } from '../../diagnostics/show-value.ts'
import type { CommandCall } from '../command.ts'
import { UsageError } from '../command-error.ts'
import type { OptionValues } from '../option-values.ts'
import { refuseUseless } from '../useless-options.ts'
import { type FoundConfig, findConfig } from './find-config.ts'

/** What a command works on, as the call and the configuration say. */
export interface ReadProject extends Required<Pick<CheckOptions, 'custom' | 'rules' | 'suppress'>> {
  /** What the call names; without any, the project of the configuration is meant. */
  readonly paths: readonly string[]
  /** The environment that the call names, or the only one of the configuration. */
  readonly environment: string | undefined
  readonly found: FoundConfig | undefined
}

/** The environment of a configuration that is meant. */
export function environmentIn({ config }: FoundConfig, named: string | undefined): string | undefined {
  const names = Object.keys(config.environments)
  if (named === undefined) return names.length === 1 ? names[0] : undefined
  if (names.includes(named)) return named
  const near = didYouMean(named, names)
  const next = near === undefined ? `There are: ${names.join(', ')}.` : `Did you mean ${near}?`
  throw new UsageError(`The configuration has no environment ${printable(named)}.`, { next })
}

/** @throws UsageError when an environment is named and there is no configuration, which says what that is */
export function refuseEnvironment(options: OptionValues): void {
  const next = 'Say --project-id and --region, or name the configuration with --config.'
  refuseUseless(options, ['env'], 'without a configuration, and there is no flowspec.config.ts here or above', next)
}

/**
 * Finds out what a command works on.
 *
 * @throws UsageError when that is nothing, or an environment that there is not
 */
export async function readProject({ words, options, console }: CommandCall): Promise<ReadProject> {
  const named = options.text('env')
  const found = await findConfig(options.text('config'), console)
  if (found === undefined && words.length === 0) {
    throw new UsageError('No pipeline is named, and there is no flowspec.config.ts.', {
      next: 'Give a module, a document, a folder, or - for standard input; flowspec init begins a project.',
    })
  }
  const { rules = {}, custom = [], suppress = [] } = found?.config ?? {}
  // Pipelines that are named have environments of their own.
  const environment = found === undefined || words.length > 0 ? named : environmentIn(found, named)
  return { paths: words, environment, found, rules, custom, suppress }
}
