/** Whether a command runs a shell script, whose parameters are `$1`, `$2`, …. */
export function isShell(command: string): boolean {
  return command === 'DIDE_SHELL' || command === 'SHELL'
}
