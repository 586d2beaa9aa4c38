import { childEntity, type Entity } from '../../document/index/entity.ts'
import { readText } from '../../document/json/records.ts'

/** An output of another workflow reads `project.node`, and the root's reads `project_root`: those may be external. */
export function mayBeExternalOutput(output: string): boolean {
  return output.includes('.') || output.endsWith('_root') || /^\d{15,}$/.test(output)
}

/** The root of a project as it reads, where an output looks like that misspelt; undefined for others. */
export function rootMeantBy(output: string): string | undefined {
  const [, project] = /^(\w+?)(?:[.\-/](?:(?:project|\1)_)?|_)root$/i.exec(output) ?? []
  return project === undefined || /^\w+_root$/.test(output) ? undefined : `${project}_root`
}

/** The output string an arm of a branch or join names; undefined when it names none, or one by a reference. */
export function outputText(arm: Entity): string | undefined {
  const child = childEntity(arm, 'output')
  const text = child === undefined ? readText(arm.value, 'output') : readText(child.value, 'data')
  return text?.startsWith('{{') ? undefined : text
}
