import type { SpecIndex } from '../../document/index/spec-index.ts'
import { isRecord, readText, recordsOf } from '../../document/json/records.ts'
import type { ReadDocument } from '../../document/read-spec.ts'

type Fields = Readonly<Record<string, unknown>>

/** The scene that CreateNode needs to know for nodes of workflows of a kind. */
export function sceneOf(kind: string | undefined): string {
  return kind === 'ManualWorkflow' ? 'DATAWORKS_MANUAL_WORKFLOW' : 'DATAWORKS_PROJECT'
}

/** The documents of single nodes of a workflow, by their names. */
export function nodeDocuments({ document, entitiesOf }: SpecIndex): ReadonlyMap<string, ReadDocument> {
  const workflow = entitiesOf('Workflow')[0]?.value ?? {}
  const version = readText(document, 'version') ?? '1.1.0'
  const entries = recordsOf(workflow['dependencies'])
  const byNode = new Map(entries.map((entry) => [readText(entry, 'nodeId') ?? '', entry]))
  return new Map(
    recordsOf(workflow['nodes']).map((node) => {
      const key = readText(node, 'id') ?? readText(node, 'name') ?? ''
      const { metadata: _, ...body } = node
      // An empty list says that there is no dependency; without one, those that were there would stay.
      const flow = [byNode.get(key) ?? { nodeId: key, depends: [] }]
      return [readText(node, 'name') ?? key, { version, kind: 'Node', spec: { nodes: [body], flow } }]
    }),
  )
}

/** Whether outputs of a node begin with the id that the document gives it, as those of branches do. */
export function isNamedByItself({ spec }: ReadDocument): boolean {
  return recordsOf(isRecord(spec) ? spec['nodes'] : undefined).some(({ id, outputs }) => {
    const held = recordsOf(isRecord(outputs) ? outputs['nodeOutputs'] : undefined)
    return held.some((output) => readText(output, 'data')?.startsWith(`${String(id)}_`) === true)
  })
}

/** A document of a node without the output that stands for the node itself: the service gives it one of its own. */
export function withoutOwnOutput(document: ReadDocument): ReadDocument {
  const spec = isRecord(document['spec']) ? document['spec'] : {}
  const nodes = recordsOf(spec['nodes']).map((node): Fields => {
    const outputs = isRecord(node['outputs']) ? node['outputs'] : {}
    const kept = recordsOf(outputs['nodeOutputs']).filter((output) => output['data'] !== node['id'])
    return { ...node, outputs: { ...outputs, nodeOutputs: kept } }
  })
  return { ...document, spec: { ...spec, nodes } }
}

/** The document of a workflow alone. */
export function workflowDocument({ document, entitiesOf }: SpecIndex): ReadDocument {
  const spec = isRecord(document) && isRecord(document['spec']) ? document['spec'] : {}
  const workflow = entitiesOf('Workflow')[0]?.value ?? {}
  const alone = { ...workflow, nodes: [], dependencies: [] }
  return { ...(isRecord(document) ? document : {}), spec: { ...spec, nodes: undefined, workflows: [alone] } }
}
