import type { Migration, MigrationOptions } from '../../migration/migration.ts'
import type { CommandCall } from '../command.ts'
import { UsageError } from '../command-error.ts'
import { JoinedExports, readExports } from './read-exports.ts'

/** The schedulers that pipelines are brought in from. */
export const schedulers = ['dolphinscheduler'] as const

function optionsOf({ options }: CommandCall): MigrationOptions {
  const project = options.text('identifier')
  return {
    ...(project === undefined ? {} : { project }),
    commands: Object.fromEntries(options.pairs('map')),
    datasources: Object.fromEntries(options.pairs('datasource')),
  }
}

/** Brings in what another scheduler exported. */
export async function migrate(scheduler: (typeof schedulers)[number], call: CommandCall): Promise<Migration> {
  const { words, console } = call
  if (words.length === 0) {
    throw new UsageError('No export is named.', { next: `Name what ${scheduler} exported: a file, a folder, or -.` })
  }
  const settings = optionsOf(call)
  const { fromDolphinScheduler } = await import('../../migration/index.ts')
  const exports = new JoinedExports(await readExports(words, console), console)
  return exports.placing((source) => fromDolphinScheduler(source, settings))
}
