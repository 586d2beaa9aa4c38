import type { FlowEntry } from '../index/spec-index.ts'
import type { SplitContext } from './split-context.ts'
import type { DependencySplitter } from './split-dependencies.ts'

const ownKinds: ReadonlySet<string> = new Set(['ManualNode', 'TemporaryWorkflow'])

function splitFlow(flow: FlowEntry, { kind, documents }: SplitContext, splitter: DependencySplitter): void {
  const dependencies = splitter.ofFlow(flow)
  for (const node of flow.nodes) {
    const own = dependencies.get(node)
    const nodes = [splitter.copyOf(node.entity, 'Node')]
    const spec = own === undefined ? { nodes } : { nodes, dependencies: own }
    documents.push({ kind: ownKinds.has(kind) ? kind : 'Node', id: node.id, spec })
  }
}

/** Makes a document of each node that stands in a workflow or the body, with the dependencies of the node. */
export function splitNodes(context: SplitContext, splitter: DependencySplitter): void {
  for (const flow of context.index.flows) {
    if (flow.entity.name === 'Workflow' || flow.entity.name === 'Spec') splitFlow(flow, context, splitter)
  }
}
