import type { BuildContext } from './build-context.ts'

/** The output of an arm: `<project>.<name>_<arm>` when the project is known, else the id, `_` and the arm. */
export function armOutput(
  node: { readonly id: string; readonly name: string },
  arm: string,
  { options: { project } }: BuildContext,
): string {
  return project === undefined ? `${node.id}_${arm}` : `${project}.${node.name}_${arm}`
}
