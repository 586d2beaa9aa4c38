import { childEntity, type Entity } from '../document/entity.ts'
import { readText } from '../document/read-text.ts'

/** The output string an arm of a branch or join names; undefined when it names none, or one by a reference. */
export function outputText(arm: Entity): string | undefined {
  const child = childEntity(arm, 'output')
  const text = child === undefined ? readText(arm.value, 'output') : readText(child.value, 'data')
  return text?.startsWith('{{') ? undefined : text
}
