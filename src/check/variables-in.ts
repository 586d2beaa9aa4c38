import { type Entity, hasShape } from '../document/entity.ts'

const lists: readonly string[] = ['parameters', 'variables']

/** The variables of a script, or of inputs or outputs; undefined where some stand elsewhere or cannot be read. */
export function variablesIn(holder: Entity | undefined): readonly Entity[] | undefined {
  if (holder === undefined) return []
  const variables = holder.children.filter(({ name }) => name === 'Variable')
  const isRead = hasShape(holder) && variables.every(hasShape)
  const isElsewhere = lists.some((field) => {
    const list = holder.value[field]
    return Array.isArray(list) && list.some((item) => typeof item === 'string')
  })
  return isRead && !isElsewhere ? variables : undefined
}
