import type { BuildContext } from './build-context.ts'
import { defined } from './defined.ts'
import { defaultDatasource, defaultResource } from './node-defaults.ts'
import type { NodeState } from './node-state.ts'
import { wireStrategy } from './strategy-input.ts'
import { withoutUnit } from './without-unit.ts'

/** Gives a node that was read the defaults it lacks; a unit without the timeout it belongs to is none. */
export function fillDefaults(node: Record<string, unknown>, state: NodeState, context: BuildContext): void {
  const { defaults } = context
  const { owner, strategy } = defaults
  const datasource = defaultDatasource(state, defaults)
  const runtimeResource = defaultResource(state, defaults)
  const filled = strategy === undefined ? {} : withoutUnit(wireStrategy(strategy), context)
  const lacking = { ...filled, ...defined({ owner, datasource, runtimeResource }) }
  const timed = (node['timeout'] ?? undefined) !== undefined
  for (const [field, value] of Object.entries(lacking)) {
    if ((node[field] ?? undefined) === undefined && !(timed && field === 'timeoutUnit')) node[field] = value
  }
}
