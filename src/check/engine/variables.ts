import { type Entity, hasShape } from '../../document/index/entity.ts'

const lists: readonly string[] = ['parameters', 'variables']

/** The variables of a script, or of inputs or outputs; undefined where some are references or cannot be read. */
export function variablesIn(holder: Entity | undefined): readonly Entity[] | undefined {
  if (holder === undefined) return []
  const variables = holder.children.filter(({ name }) => name === 'Variable')
  const isRead = hasShape(holder) && variables.every(hasShape)
  const hasReferences = lists.some((field) => {
    const list = holder.value[field]
    return Array.isArray(list) && list.some((item) => typeof item === 'string')
  })
  return isRead && !hasReferences ? variables : undefined
}

/**
 * The names that the code or the conditions of a node can use: those of its script and inputs, and of what it stands in.
 * Undefined where some are references or cannot be read.
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
