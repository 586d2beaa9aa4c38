/**
 * The command `flowspec` as a function.
 *
 * @module
 */
export type { CommandConsole } from './console/command-console.ts'
export type { ExitCode } from './exit-codes.ts'
export { runCommand } from './run-in-program.ts'
