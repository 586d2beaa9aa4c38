import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

/** Commands that are not to be written any more, each with the one to write. */
const current: ReadonlyMap<unknown, string> = new Map([
  ['SHELL', 'DIDE_SHELL'],
  ['ODPS_SHELL', 'DIDE_SHELL'],
  ['PYODPS2', 'PYODPS'],
  ['VIRTUAL_WORKFLOW', 'WORKFLOW'],
])

/** A command of older documents, which has a newer one. */
export const nodeLegacyCommand: Rule = entityRule(
  {
    name: 'node/legacy-command',
    severity: 'info',
    summary: 'A command is one of older documents.',
    evidence: 'Shell nodes of the current service are DIDE_SHELL; the others stand in old examples and exports only.',
    example: `
      import { legacyShell, shell, workflow } from 'flowspec'

      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(legacyShell('load').code('./load.sh'))

      export const right = orders.nodes(shell('load').code('./load.sh'))
    `,
  },
  ['Runtime'],
  (runtime) => {
    const { command } = runtime.value
    const newer = current.get(command)
    if (newer === undefined) return undefined
    return { field: 'command', message: `${String(command)} is an old command.`, hint: `Use ${newer}.` }
  },
)
