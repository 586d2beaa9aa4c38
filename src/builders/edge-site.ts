import { createDiagnostic } from '../diagnostics/create-diagnostic.ts'
import type { BuiltInRuleName } from '../diagnostics/rule-name.ts'
import type { FlowDepend, FlowNode } from '../model/generated/types.ts'
import type { BuildContext, NodesByName } from './build-context.ts'
import { firstOutput } from './first-output.ts'
import { dependencyPointer } from './pointers.ts'

/** How a node comes after another. */
export type DependType = NonNullable<FlowDepend['type']>

/** Where something to come after stands: after which node, and how. */
export interface EdgeSite {
  readonly type: DependType
  /** Name of the node that comes after. */
  readonly name: string
  readonly nodes: NodesByName
  /** Which of the dependencies of the flow it will be, for faults. */
  readonly position: number
  readonly context: BuildContext
}

/** A handle that says itself what it comes to, so that a program without such handles carries none of the code. */
export interface EdgeHandle {
  /** Undefined when it comes to nothing, which is reported. */
  dependAt(site: EdgeSite): FlowDepend | undefined
}

/** Comes after a node of the same flow. */
export function dependOnNode(type: DependType, name: string, node: Pick<FlowNode, 'id'> | undefined): FlowDepend {
  const output = firstOutput(node)
  // A name that is not there stays in the document as it was written, where the check finds it.
  if (node === undefined || output === undefined) return { type, nodeId: node?.id ?? name }
  return { type, output, refTableName: name }
}

/** Reports something to come after that is not there. */
export function reportEdge(site: EdgeSite, rule: BuiltInRuleName, message: string, hint: string): undefined {
  const { name, position, context } = site
  const path = dependencyPointer(position, context)
  const subject = { kind: 'node', name }
  context.report(createDiagnostic({ rule, severity: 'error', message, hint, path, subject }))
}
