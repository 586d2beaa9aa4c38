import type { FlowDocument, FlowNode } from '../model/generated/types.ts'
import type { AnyNode } from './any-node.ts'
import { buildNodes, type Collected } from './build-document.ts'
import type { BuildOptions } from './build-options.ts'
import type { BuiltDocument } from './built-document.ts'
import { extendChain } from './chain.ts'
import type { DefaultsInput } from './defaults-input.ts'
import type { FlowStep } from './flow-steps.ts'
import type { StandaloneKind } from './standalone-builder.ts'

/** Everything a builder of a standalone node knows. */
export interface StandaloneState {
  readonly kind: StandaloneKind
  readonly node: AnyNode
}

/** A node that is run by hand says so, unless it says something else. */
function runByHand(node: FlowNode, at: number): FlowNode {
  return at === 0 && node.trigger === undefined ? { ...node, trigger: { type: 'Manual' } } : node
}

/**
 * Makes the document of a node that stands in no workflow, unchecked.
 *
 * @param defaults - what the project fills in
 */
export function buildStandalone(
  { kind, node }: StandaloneState,
  options: BuildOptions,
  defaults: DefaultsInput = {},
): BuiltDocument {
  const collected: Collected = { options, faults: [], suppressions: [] }
  const nodes = extendChain<FlowStep>(undefined, [[node]])
  const owner = `The document of node '${node.name}'`
  const task = { pointer: '/spec', edges: 'flow', owner, folder: undefined, defaults, nodes }
  const [built] = buildNodes(task, collected)
  const document: FlowDocument = {
    kind,
    version: options.version ?? '1.1.0',
    spec: {
      nodes: kind === 'ManualNode' ? built.nodes.map(runByHand) : built.nodes,
      ...(built.dependencies.length === 0 ? {} : { flow: built.dependencies }),
    },
  }
  return { document, ...collected }
}
