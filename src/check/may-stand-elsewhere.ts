/** An output of another workflow reads `project.node`, and the root's reads `project_root`: those may stand elsewhere. */
export function mayStandElsewhere(output: string): boolean {
  return output.includes('.') || output.endsWith('_root') || /^\d{15,}$/.test(output)
}
