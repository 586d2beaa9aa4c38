import { childEntities, type Entity, hasShape } from '../../document/index/entity.ts'
import { readText } from '../../document/json/records.ts'
import { variablesIn } from './variables.ts'

/** A text of a node in which variables are filled in, and the field it stands in. */
export interface NodeText {
  readonly entity: Entity
  readonly field: 'content' | 'value' | 'when'
  readonly text: string
}

const none: readonly never[] = []

function isVariable({ name }: Entity): boolean {
  return name === 'Variable'
}

function textsIn(entities: readonly Entity[], field: NodeText['field'], mark: string): readonly NodeText[] {
  const found: NodeText[] = []
  for (const entity of entities) {
    const text = readText(entity.value, field)
    if (text?.includes(mark) === true && hasShape(entity)) found.push({ entity, field, text })
  }
  return found
}

/**
 * The texts of a node that have a mark in them, of the places where variables are filled in: the values of its own,
 * the conditions of a branch, and its code. Few nodes have any, so that little is done for the others.
 */
export function textsWith(node: Entity, mark: string): readonly NodeText[] {
  const script = node.child('script')
  const branch = node.child('branch')
  const found = textsIn(script?.children.filter(isVariable) ?? none, 'value', mark)
  // Where some of them are references, nobody knows what the others mean.
  const values = found.length > 0 && variablesIn(script) === undefined ? none : found
  const conditions = branch === undefined ? none : textsIn(childEntities(branch, 'branches'), 'when', mark)
  const code = script === undefined ? none : textsIn([script], 'content', mark)
  return values.length + conditions.length + code.length === 0 ? none : [...values, ...conditions, ...code]
}
