import type { Migration, MigrationOptions } from '../../migration/migration.ts'
import type { CommandCall } from '../command.ts'
import { UsageError } from '../command-error.ts'
import { JoinedExports, placing, readExports, readTable } from './read-exports.ts'

/** The schedulers that pipelines are brought in from. */
export const schedulers = ['dolphinscheduler', 'airflow', 'quartz-table'] as const

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
  const { fromAirflow, fromCronTable, fromDolphinScheduler } = await import('../../migration/index.ts')
  if (scheduler === 'quartz-table') {
    const [word = '', ...others] = words
    if (others.length > 0) throw new UsageError('Several tables are named.', { next: 'Name one, with all rows.' })
    const table = await readTable(word, console)
    return placing(table, console, () => fromCronTable(table.text, settings))
  }
  const exports = new JoinedExports(await readExports(words, console), console)
  const read = scheduler === 'airflow' ? fromAirflow : fromDolphinScheduler
  return exports.placing((source) => read(source, settings))
}
