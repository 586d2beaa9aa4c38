import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import { entityKinds, isEntityKind } from '../../language/entity-kinds.ts'

const oneByOne = 'Deploy all of it: deploy(client, project, { projectId }). submit() takes one workflow at a time.'
const importTakes = 'ImportWorkflowDefinition takes the first workflow of a document, with its nodes, and nothing else.'

/** What a value is that is no document but holds some: a project that was built, or a list; undefined for all else. */
export function isOtherThanDocument(value: object): Diagnostic | undefined {
  if (Array.isArray(value))
    return fault({ message: 'A list is no document of one workflow.', hint: oneByOne, path: '' })
  if (!isRecord(value) || !Array.isArray(value['documents']) || 'spec' in value) return undefined
  const name = readText(value, 'identifier') ?? ''
  return fault({ message: `project '${name}' is no document of one workflow.`, hint: oneByOne, path: '' })
}

/** What of a document an import would leave out without a word; one fault for a document that holds no workflow. */
export function foreignParts(
  index: SpecIndex,
  { allowEmpty = false }: { readonly allowEmpty?: boolean | undefined },
): readonly Diagnostic[] {
  const workflows = index.entitiesOf('Workflow').length
  if (workflows === 0) return [withoutWorkflow(index)]
  const faults: Diagnostic[] = []
  if (workflows > 1) {
    const message = `The document holds ${workflows} workflows; one at a time is submitted.`
    const hint = `Put each into a document of its own. ${importTakes}`
    faults.push(fault({ message, hint, path: '/spec/workflows' }))
  }
  const outside = index.nodes.filter((node) => node.flow.entity.name === 'Spec').length
  if (outside > 0) {
    const message = `${outside === 1 ? '1 node stands' : `${outside} nodes stand`} outside of the workflow.`
    faults.push(fault({ message, hint: importTakes, path: '/spec/nodes' }))
  }
  if (faults.length === 0 && isSplit(index) && !allowEmpty) faults.push(withoutItsNodes(index))
  return faults
}

/** Whether a document is of the version whose workflows stand in documents of their own, without their nodes. */
function isSplit({ document, nodes }: SpecIndex): boolean {
  return nodes.length === 0 && (readText(document, 'version') ?? '').startsWith('2.')
}

function withoutItsNodes({ document, entitiesOf }: SpecIndex): Diagnostic {
  const name = readText(entitiesOf('Workflow')[0]?.value, 'name') ?? ''
  const message = `The document is of version ${readText(document, 'version')} and holds workflow ${showValue(name)} without its nodes; imported like that, the workflow has none.`
  const hint =
    "Put the documents of the workflow and its nodes together again, convertSpec(documents, { version: '1.1.0' }), and submit the bundle. { allowEmpty: true } submits a workflow without nodes."
  return fault({ message, hint, path: '/spec/workflows' })
}

function withoutWorkflow(index: SpecIndex): Diagnostic {
  const kind = readText(index.document, 'kind') ?? ''
  const subject = kind === '' ? 'The document' : `The document is of kind ${kind} and`
  const message = `${subject} holds ${held(index, kind)} and no workflow; submit sends workflows.`
  return fault({ message, hint: wayOf(kind), path: isEntityKind(kind) ? `/spec/${entityKinds[kind].list}` : '/spec' })
}

/** What a document holds instead of a workflow, by name where it is one thing. */
function held({ nodes, entitiesOf }: SpecIndex, kind: string): string {
  if (!isEntityKind(kind))
    return nodes.length === 1 ? `node ${showValue(nodes[0]?.name ?? '')}` : `${nodes.length} nodes`
  const { entity, word } = entityKinds[kind]
  const found = entitiesOf(entity)
  return found.length === 1
    ? `${word} ${showValue(readText(found[0]?.value, 'name') ?? '')}`
    : `${found.length} of them`
}

/** The kinds for which the service has an operation that takes their document. */
const createdBy: ReadonlyMap<string, string> = new Map([
  ['Resource', 'CreateResource'],
  ['Function', 'CreateFunction'],
  ['Component', 'CreateComponent'],
])

function wayOf(kind: string): string {
  const action = createdBy.get(kind)
  if (action !== undefined) {
    return `Make it in Data Studio, or by client.call('${action}', { ProjectId, Spec: writeJson(document) }), which needs what else the documentation of that operation asks for.`
  }
  if (isEntityKind(kind)) return 'No operation of the service takes this document; make it in the console of DataWorks.'
  return "Put the node into a workflow, workflow(name).nodes(…). Documents of version 2.0.0 are put together again by convertSpec(documents, { version: '1.1.0' })."
}

function fault(parts: Pick<Diagnostic, 'message' | 'path'> & { readonly hint: string }): Diagnostic {
  return createDiagnostic({ rule: 'document/one-workflow', severity: 'error', ...parts })
}
