import process from 'node:process'
import type { ExitCode } from '../exit-codes.ts'
import type { ReservedOutput } from './reserve-output.ts'

/** Resolves when all that was told has left the process, or cannot any more. */
function told(): Promise<void> {
  return new Promise((resolve) => process.stderr.write('', () => resolve()))
}

/**
 * Ends the process of a command that is done, once all that it wrote has been read. Modules of pipelines may have left a timer, a
 * connection or a server, with which it would go on for ever.
 */
export async function endProcess(code: ExitCode, output: ReservedOutput): Promise<void> {
  process.exitCode = code
  await Promise.all([output.written(), told()])
  process.exit()
}
