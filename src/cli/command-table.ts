import type { ListedCommand } from './command.ts'

/** All commands in the order of the help. Each is loaded when it is called, so that the help costs nothing. */
export const commandTable: readonly ListedCommand[] = [
  {
    name: 'check',
    summary: 'say everything that is wrong with pipelines, offline',
    load: async () => (await import('./commands/check.ts')).check,
  },
]
