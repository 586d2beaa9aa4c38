import type { Entity } from '../document/entity.ts'
import { variablesIn } from './variables-in.ts'

/**
 * The names that the code or the conditions of a node can use: those of its script and inputs, and of what it stands in.
 * Undefined where some stand elsewhere or cannot be read.
 */
export function declaredNames(node: Entity): ReadonlySet<unknown> | undefined {
  const declared = new Set<unknown>()
  for (let at: Entity | undefined = node; at !== undefined; at = at.parent) {
    for (const holder of [at.child('script'), at.child('inputs'), at.name === 'Spec' ? at : undefined]) {
      const variables = variablesIn(holder)
      if (variables === undefined) return undefined
      for (const { value } of variables) declared.add(value['name']).add(value['inputName'])
    }
  }
  return declared
}
