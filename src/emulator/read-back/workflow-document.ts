import { documentMetadata } from '../import/context.ts'
import type { EdgeRecord, NodeRecord, Project, WorkflowKind, WorkflowRecord } from '../state/project.ts'
import { type JsonObject, readObject } from '../wire/json.ts'

/** The version that the service writes, whatever was submitted. */
const writtenVersion = '1.1.0'

/** What of a workflow a document shows. */
export interface Excerpt {
  /** `metadata.uuid`: what the document is about. */
  readonly uuid: string
  readonly nodes: readonly JsonObject[]
  readonly edges: readonly EdgeRecord[]
}

/** A document that holds a workflow and some of its nodes. */
function excerptDocument(project: Project, workflow: WorkflowRecord, excerpt: Excerpt): JsonObject {
  const { id, name, kind, owner, body } = workflow
  const isOwn = ({ nodeId }: EdgeRecord): boolean => nodeId === id
  const flow = excerpt.edges.filter(isOwn)
  const dependencies = excerpt.edges.filter((edge) => !isOwn(edge))
  return {
    version: writtenVersion,
    kind,
    spec: {
      name,
      id,
      type: kind,
      owner,
      workflows: [{ ...body, nodes: excerpt.nodes, dependencies }],
      // What the workflow itself depends on stands in the body, as the reference implementation writes it.
      ...(flow.length === 0 ? {} : { flow }),
    },
    metadata: documentMetadata(project.settings.id, excerpt.uuid),
  }
}

function withoutContent({ body }: NodeRecord): JsonObject {
  const { content: _, ...script } = readObject(body, 'script') ?? {}
  return { ...body, script }
}

/** The document of a whole workflow. */
export function workflowDocument(project: Project, workflow: WorkflowRecord, includeContent: boolean): JsonObject {
  return excerptDocument(project, workflow, {
    uuid: workflow.id,
    nodes: workflow.nodes.map((node) => (includeContent ? node.body : withoutContent(node))),
    edges: workflow.edges,
  })
}

/** The document of a node outside of workflows, as it was seen: of the kind of a workflow, without one. */
export function looseNodeDocument(found: {
  readonly project: Project
  readonly node: NodeRecord
  readonly kind: WorkflowKind
  readonly depends: readonly JsonObject[]
}): JsonObject {
  const { project, node, kind, depends } = found
  const flow = depends.length === 0 ? [] : [{ nodeId: node.id, depends }]
  return {
    version: writtenVersion,
    kind,
    spec: { name: node.name, id: node.id, type: kind, owner: node.owner, nodes: [node.body], flow },
    metadata: documentMetadata(project.settings.id, node.id),
  }
}

/** The document of one node: a document of its workflow that holds no other node. */
export function nodeDocument(project: Project, workflow: WorkflowRecord, node: NodeRecord): JsonObject {
  return excerptDocument(project, workflow, {
    uuid: node.id,
    nodes: [node.body],
    edges: workflow.edges.filter((edge) => edge.nodeId === node.id),
  })
}
