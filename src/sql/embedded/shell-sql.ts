import { namesClient } from '../programs/sql-clients.ts'
import { shellCommands } from '../shell/shell-commands.ts'
import { ShellFunctions } from '../shell/shell-functions.ts'
import { ShellState } from '../shell/shell-state.ts'
import type { EmbeddedCode } from './embedded-code.ts'
import { ShellFiles } from './shell-files.ts'
import { ShellFindings } from './shell-findings.ts'
import { ShellRun } from './shell-run.ts'
import { ShellValues } from './shell-values.ts'
import type { ShellWorld } from './shell-world.ts'

/** The SQL in shell code that clients are given, and what is not read of it; linear in the code. */
export function shellSql(code: string): EmbeddedCode {
  const { whole, refused } = shellCommands({ text: code, places: undefined })
  const findings = new ShellFindings()
  const state = new ShellState()
  const values = new ShellValues(state)
  const files = new ShellFiles(state, values)
  const world: ShellWorld = { findings, state, values, files, traps: [], steps: 0, shown: 0, active: [] }
  const functions = new ShellFunctions(code, state, 0)
  new ShellRun(world, { whole, kind: 'shell', functions, read: () => 'nothing', depth: 0 }).runWhole()
  if (refused !== undefined && namesClient(code.slice(refused.from)))
    findings.faultAt(`${refused.what} of the shell does not end`, refused.at)
  return findings
}
