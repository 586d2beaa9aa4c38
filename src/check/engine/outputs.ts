import { childEntity, type Entity } from '../../document/index/entity.ts'
import type { EdgeEntry, SpecIndex } from '../../document/index/spec-index.ts'
import { readText } from '../../document/json/records.ts'

/** An output of another workflow reads `project.node`, and the root's reads `project_root`: those may be external. */
export function mayBeExternalOutput(output: string): boolean {
  return output.includes('.') || output.endsWith('_root') || /^\d{15,}$/.test(output)
}

/**
 * Whether an output reads as one of a project, in whatever case: outputs are found by their exact text, so that of the
 * project in another case is none. The root of the project is no such output where it is written as it is.
 */
export function isOfProject(output: string, identifier: string): boolean {
  const [text, name] = [output.toLowerCase(), identifier.toLowerCase()]
  return text.startsWith(`${name}.`) || (text === `${name}_root` && output !== `${identifier}_root`)
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

/** Whether one entity is another, or stands in it. */
function isWithin(entity: Entity, other: Entity): boolean {
  // Two views of one entity are different objects, with the same value.
  for (let at: Entity | undefined = entity; at !== undefined; at = at.parent) if (at.value === other.value) return true
  return false
}

/**
 * Whether what depends cannot wait for an output of the document, since it offers that itself, or it stands in the node or
 * workflow that does, or the other way round.
 */
export function isOwnOutput(
  output: string,
  { entity, node, workflow }: Pick<EdgeEntry, 'entity' | 'node' | 'workflow'>,
  index: SpecIndex,
): boolean {
  const owner = index.outputs.first.get(output)?.owner
  const dependent = node?.entity ?? workflow?.entity ?? entity
  return owner !== undefined && (isWithin(owner, dependent) || isWithin(dependent, owner))
}
