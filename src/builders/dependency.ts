import type { AnyNode } from './any-node.ts'
import type { BranchCase } from './branch-case.ts'
import type { ExternalOutput } from './external.ts'
import type { ProjectRoot } from './project-root.ts'
import type { WorkflowOutput } from './workflow-output.ts'

/**
 * What a node can come after: a node, the name of a node of the same workflow, an arm of a branch node, an output of
 * another workflow, an outside output, or the project's root.
 */
export type Dependency = AnyNode | string | BranchCase | WorkflowOutput | ExternalOutput | ProjectRoot

/** What a node can wait for in its previous cycle: itself, the nodes that come right after it, or another node. */
export type PreviousDependency = 'self' | 'children' | AnyNode | WorkflowOutput | ExternalOutput
