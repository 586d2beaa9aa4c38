import { chainItems, extendChain } from './chain.ts'
import type { NodeState } from './node-state.ts'

/** The names of the nodes that a node comes after. */
export function upstreamNames({ after, structure }: NodeState): readonly string[] {
  const items = [...chainItems(after), ...(structure?.upstreams?.() ?? [])]
  return items.flatMap((item) => (typeof item === 'string' ? [item] : 'name' in item ? [item.name] : []))
}

/** The body of a loop whose first nodes come after the start node, and whose end node comes after the last ones. */
export function closeLoop(
  start: NodeState,
  body: readonly (NodeState | undefined)[],
  end: NodeState,
): readonly (NodeState | undefined)[] {
  const names = new Set(body.flatMap((state) => (state === undefined ? [] : [state.name])))
  const last = new Set(names)
  const opened = body.map((state) => {
    if (state === undefined) return undefined
    const inside = upstreamNames(state).filter((name) => names.has(name))
    for (const name of inside) last.delete(name)
    return inside.length > 0 ? state : { ...state, after: extendChain(state.after, [start.name]) }
  })
  const ends = last.size > 0 ? last : [start.name]
  return [start, ...opened, { ...end, after: extendChain<string>(undefined, ends) }]
}
