import { entityDocument } from './import/plan-entity.ts'
import type { PipelineRun } from './publish/pipeline-run.ts'
import type { StageStatus } from './publish/stages.ts'
import { looseNodeDocument, workflowDocument } from './read-back/workflow-document.ts'
import type { EntityKind } from './state/entity.ts'
import type { Job } from './state/job.ts'
import type {
  BusinessRecord,
  EdgeRecord,
  Edition,
  LooseNode,
  Project,
  WorkflowKind,
  WorkflowRecord,
} from './state/project.ts'
import type { JobStatus } from './state/timed-work.ts'

/** A workflow as the emulator keeps it. */
export interface WorkflowView {
  readonly id: string
  readonly name: string
  readonly kind: WorkflowKind
  readonly owner: string
  readonly nodes: readonly { readonly id: string; readonly name: string }[]
  /** What each node, and the workflow itself, depends on; what was dropped is not there. */
  readonly edges: readonly EdgeRecord[]
  /** The whole document, as GetWorkflowDefinition gives it with script content. */
  readonly document: Readonly<Record<string, unknown>>
}

/** A node outside of workflows, as the emulator keeps it. */
export interface LooseNodeView {
  readonly id: string
  readonly name: string
  /** What it depends on; what was dropped is not there. */
  readonly depends: readonly Readonly<Record<string, unknown>>[]
  /** The document, as GetNode gives it. */
  readonly document: Readonly<Record<string, unknown>>
}

/** A resource, a function or a component, as the emulator keeps it. */
export interface EntityView {
  readonly id: string
  readonly name: string
  /** The document, as it is read back. */
  readonly document: Readonly<Record<string, unknown>>
}

/** A workspace as it is at the moment. */
export interface ProjectView {
  readonly id: string
  readonly identifier: string
  readonly edition: Edition
  readonly workflows: readonly WorkflowView[]
  /** The nodes outside of workflows. */
  readonly nodes: readonly LooseNodeView[]
  readonly resources: readonly EntityView[]
  readonly functions: readonly EntityView[]
  readonly components: readonly EntityView[]
  readonly businesses: readonly BusinessRecord[]
}

/** An import job as it is at the moment. */
export interface JobView {
  readonly id: string
  readonly workflowId: string
  readonly status: JobStatus
  readonly error: string | undefined
}

function viewWorkflow(project: Project, workflow: WorkflowRecord): WorkflowView {
  const { id, name, kind, owner, edges } = workflow
  const nodes = workflow.nodes.map((node) => ({ id: node.id, name: node.name }))
  return structuredClone({ id, name, kind, owner, nodes, edges, document: workflowDocument(project, workflow, true) })
}

function viewNode(project: Project, { node, kind, depends }: LooseNode): LooseNodeView {
  const { id, name } = node
  return structuredClone({ id, name, depends, document: looseNodeDocument({ project, node, kind, depends }) })
}

function viewEntities(project: Project, kind: EntityKind): readonly EntityView[] {
  return [...project.entities(kind).values()].map((entity) =>
    structuredClone({ id: entity.id, name: entity.name, document: entityDocument(project, kind, entity) }),
  )
}

/** A copy of what a workspace holds. */
export function viewProject(project: Project): ProjectView {
  const { id, identifier, edition } = project.settings
  const workflows = [...project.workflows.values()].map((workflow) => viewWorkflow(project, workflow))
  const nodes = [...project.looseNodes.values()].map((loose) => viewNode(project, loose))
  const businesses = structuredClone([...project.businesses.values()])
  const resources = viewEntities(project, 'Resource')
  const functions = viewEntities(project, 'Function')
  const components = viewEntities(project, 'Component')
  return { id, identifier, edition, workflows, nodes, resources, functions, components, businesses }
}

/** A copy of what is known of a job. */
export function viewJob({ id, workflowId, status, error }: Job): JobView {
  return { id, workflowId, status, error }
}

/** A pipeline run as it is at the moment. */
export interface PipelineRunView {
  readonly id: string
  readonly status: StageStatus
  readonly stages: readonly {
    readonly code: string
    readonly status: StageStatus
    readonly message: string | undefined
  }[]
  readonly items: readonly { readonly id: string; readonly name: string; readonly type: string }[]
}

/** A copy of what is known of a pipeline run. */
export function viewPipelineRun({ parts, status, stages }: PipelineRun): PipelineRunView {
  return {
    id: parts.id,
    status,
    stages: stages.map(({ code, status: own, message }) => ({ code, status: own, message })),
    items: parts.items.map(({ id, name, type }) => ({ id, name, type })),
  }
}
