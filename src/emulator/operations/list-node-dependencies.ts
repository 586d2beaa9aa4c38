import { type JsonObject, readObject, readPlainText } from '../json/json-object.ts'
import { outputStringsOf } from '../spec/node-outputs.ts'
import type { Project } from '../state/project.ts'
import type { NodeRecord } from '../state/workflow-record.ts'
import type { Call } from './call.ts'
import { findNewProject } from './find-project.ts'
import { findNode } from './find-workflow.ts'
import { nodePage } from './node-page.ts'

/** Who puts out what. When two share an output, the first one counts. */
function producersOf(project: Project): ReadonlyMap<string, NodeRecord> {
  const producers = new Map<string, NodeRecord>()
  for (const node of project.nodes.values()) {
    for (const output of outputStringsOf(readObject(node.body, 'outputs'))) {
      if (!producers.has(output)) producers.set(output, node)
    }
  }
  return producers
}

/** ListNodeDependencies: the nodes upstream of a node, each once. The root of the workspace is not among them. */
export function listNodeDependencies(call: Call): JsonObject {
  const project = findNewProject(call)
  const { workflow, node } = findNode([project], call.parameters.requiredText('Id'))
  const producers = producersOf(project)
  const depends = workflow.edges.find((edge) => edge.nodeId === node.id)?.depends ?? []
  const upstream = depends.flatMap((depend) => producers.get(readPlainText(depend, 'output') ?? '') ?? [])
  return nodePage(call, project, [...new Set(upstream)])
}
