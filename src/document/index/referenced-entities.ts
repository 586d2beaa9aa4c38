import type { EntityName } from '../../language/generated/entity-name.ts'
import { readText } from '../json/records.ts'
import type { Entity } from './entity.ts'
import type { SpecIndex } from './spec-index.ts'

/** The entity in a field of another, or the one that a text in that field refers to. */
export function entityIn(index: SpecIndex, holder: Entity, field: string, name: EntityName): Entity | undefined {
  const child = holder.child(field)
  if (child !== undefined) return child
  const text = readText(holder.value, field)
  return text === undefined ? undefined : index.entityById(name, text)
}

/** The output string that a reference in braces stands for; any other text stands for itself. */
export function outputData(index: SpecIndex, text: string): string {
  return text.startsWith('{{') ? (readText(index.entityById('NodeOutput', text)?.value, 'data') ?? text) : text
}
