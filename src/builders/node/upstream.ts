import type { BuiltInRuleName } from '../../diagnostics/rule-names.ts'
import { ownCopy } from '../../document/json/json-copy.ts'
import type { FlowDepend, FlowNode, FlowWorkflow } from '../../language/generated/types.ts'
import { checkArgument, checkSettings, type SettingKindsOf, text } from '../arguments.ts'
import { type BuildContext, dependencyPointer, type EdgeForm, type NodesByName } from '../build/context.ts'
import { buildFault } from '../build/faults.ts'
import { firstOutput } from '../build/outputs.ts'

/** How a node comes after another. */
export type DependType = NonNullable<FlowDepend['type']>

/** Where a node, or a workflow as a whole, comes after something: which, and how. */
export interface DependencySite {
  readonly type: DependType
  /** Name of the node or workflow that comes after. */
  readonly name: string
  /** Set where it is a workflow. */
  readonly isWorkflow?: true
  readonly nodes: NodesByName
  /** Which of the dependencies of the flow it will be, for faults. */
  readonly index: number
  readonly context: Pick<BuildContext, 'options' | 'report' | 'pointers' | 'taken' | 'verbatim'>
}

/** A handle of something to come after, which finds out at build what output that is. */
export abstract class UpstreamHandle {
  /** Undefined when it comes to nothing, which is reported. */
  abstract dependAt(site: DependencySite): FlowDepend | undefined
}

/** Comes after a node of the same flow. */
export function dependOnNode(
  type: DependType,
  name: string,
  node: Pick<FlowNode | FlowWorkflow, 'id'> | undefined,
  form: EdgeForm = 'named',
): FlowDepend {
  const output = form === 'id' ? undefined : firstOutput(node)
  // A name that is not there stays in the document as it was written, where the check finds it.
  if (node === undefined || output === undefined) return { type, nodeId: node?.id ?? name }
  return form === 'named' ? { type, output, refTableName: name } : { type, output }
}

/** Reports something to come after that is not there. */
export function reportMissing(site: DependencySite, rule: BuiltInRuleName, message: string, hint: string): undefined {
  const { name, isWorkflow, index, context } = site
  const fault = buildFault(rule, { message, hint }, dependencyPointer(index, context))
  context.report({ ...fault, subject: { kind: isWorkflow === true ? 'workflow' : 'node', name } })
}

/** What faults call what comes after something. */
export function dependentOf({ name, isWorkflow }: DependencySite): string {
  return `${isWorkflow === true ? 'Workflow' : 'Node'} '${name}'`
}

/** One arm of a branch node, to come after: what comes after it runs when the arm is taken. */
export interface BranchCase<Name extends string = string> {
  readonly kind: 'case'
  /** Name of the branch node. */
  readonly name: Name
  /** Name of the arm. */
  readonly arm: string
}

/** The output of a node of another workflow, or of the workflow itself, to come after. */
export interface WorkflowOutput<Node extends string = string> {
  readonly kind: 'workflowOutput'
  /** Name of the workflow. */
  readonly workflow: string
  /** Name of the node; undefined for the output of the workflow itself. */
  readonly node: Node | undefined
}

/** An output of a node that stands outside the workflow. */
export interface ExternalOutput {
  readonly kind: 'external'
  /** The output string, such as `project.node`. */
  readonly output: string
}

/**
 * An output of a node outside the workflow, to come after.
 *
 * @param output - the output string, equal to the other node's character by character, such as `project.node`
 *
 * @example
 * ```ts
 * import { external, odpsSql } from 'flowspec'
 *
 * const report = odpsSql('report').code('select 1').after(external('finance.daily_rates'))
 * ```
 */
export function external(output: string): ExternalOutput {
  checkArgument('external', 'output', output, text)
  return Object.freeze({ kind: 'external', output })
}

const dependencyKinds: SettingKindsOf<FlowDepend> = {
  type: text,
  nodeId: text,
  output: text,
  refTableName: text,
  sourceType: text,
}

/** A dependency as documents write it, to come after. */
export interface WrittenDependency {
  readonly kind: 'dependency'
  readonly fields: FlowDepend
}

/**
 * A dependency as documents write it, for what the other ways cannot say: by the id of a node, with a source, of a type of
 * its own. Its default type is that of the step it is given to.
 *
 * @param fields - the fields of the entry, such as `{ nodeId: '8745734768222459575' }`
 *
 * @example
 * ```ts
 * import { dependency, odpsSql } from 'flowspec'
 *
 * const report = odpsSql('report').code('select 1').after(dependency({ output: 'finance.rates', sourceType: 'Manual' }))
 * ```
 */
export function dependency(fields: FlowDepend): WrittenDependency {
  checkSettings('dependency', 'fields', fields, dependencyKinds)
  return Object.freeze({ kind: 'dependency', fields: ownCopy(fields) })
}

/** The root node of the project, the usual start of a workflow. */
export interface ProjectRoot {
  readonly kind: 'projectRoot'
}

class ProjectRootImpl extends UpstreamHandle implements ProjectRoot {
  readonly kind = 'projectRoot' as const

  dependAt(site: DependencySite): FlowDepend | undefined {
    const { project } = site.context.options
    if (project !== undefined) return { type: site.type, output: `${project}_root` }
    const message = `${dependentOf(site)} comes after the project's root, but the project is not known.`
    const hint = "Build with the project's name: build({ project: 'my_project' })."
    return reportMissing(site, 'reference/unknown-project', message, hint)
  }
}

/**
 * The root node of the project, to come after: its output is `<project>_root`, so the project must be known when the
 * workflow is built (`build({ project })`).
 *
 * @example
 * ```ts
 * import { projectRoot, virtual, workflow } from 'flowspec'
 *
 * workflow('orders').cron('00 02 00 * * ?').nodes(virtual('start').after(projectRoot())).build({ project: 'retail' })
 * ```
 */
export function projectRoot(): ProjectRoot {
  return Object.freeze(new ProjectRootImpl())
}
