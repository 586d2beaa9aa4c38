import { previewNode } from '../build/node.ts'
import { chainItems } from '../chain.ts'
import { defined } from '../fields.ts'
import type { BuilderSuppression } from '../suppression.ts'
import type { Dependency, PreviousDependency } from './node-builder.ts'
import type { NodeState } from './node-state.ts'

/** What a node comes after, without what that comes after itself. */
function upstreamContent(item: Dependency | PreviousDependency): unknown {
  if (typeof item === 'string') return { node: item }
  return typeof item === 'object' && item !== null && 'toJSON' in item ? { node: item.name } : item
}

/** Everything a node builder says, as data that two builders can be compared by. */
export function nodeContent(state: NodeState): object {
  const { codeFile, after, afterPrevious, suppressions } = state
  const inner: BuilderSuppression[] = []
  const faults: unknown[] = []
  const notes = { suppressions: inner, report: (fault: unknown): unknown => faults.push(fault) }
  const node = previewNode({ ...state, codeFile: undefined }, {}, notes)
  return defined({
    node,
    codeFile: codeFile?.toString(),
    after: chainItems(after).map(upstreamContent),
    afterPrevious: chainItems(afterPrevious).map((item) =>
      item === 'self' || item === 'children' ? item : upstreamContent(item),
    ),
    suppressions: [...chainItems(suppressions), ...inner],
    faults,
  })
}
