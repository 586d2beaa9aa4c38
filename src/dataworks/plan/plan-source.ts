import type { BuildOptions } from '../../builders/build/context.ts'
import { eachBuilderOnce } from '../../builders/project/each-builder-once.ts'
import type { BuiltProject } from '../../builders/project/project-documents.ts'
import { checkProject } from '../../check/check-project.ts'
import { checkIndex } from '../../check/check-spec.ts'
import { type ArgumentKind, checkArgument, object } from '../../diagnostics/arguments.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { convertSpec } from '../../document/convert/convert-spec.ts'
import { indexSpec } from '../../document/index/index-spec.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import { ownDocument } from '../../document/json/json-copy.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import { type ReadDocument, readSpec } from '../../document/read-spec.ts'
import { reading } from '../../document/reading.ts'
import { writeJson } from '../../document/write-json.ts'
import { entityKinds, isEntityKind } from '../../language/entity-kinds.ts'
import type { FlowDocument } from '../../language/generated/types.ts'
import { foreignParts } from '../submit/foreign-source.ts'
import type { Source } from '../submit/source.ts'
import type { SubmitSource } from '../submit/submission.ts'
import type { PlanOptions } from './plan-options.ts'

/** A project without environments, or with its environment in its options, that is still to be built. */
export interface BuildableProject {
  readonly identifier: string
  build(options?: Omit<BuildOptions, 'project'>): BuiltProject
}

/** What can be planned and deployed: a workflow, a document, several of these, or a project, built or not. */
export type PlanSource = SubmitSource | BuildableProject | BuiltProject | readonly SubmitSource[]

/** A resource or a function of the documents. */
export interface EntitySource {
  readonly kind: 'Function' | 'Resource'
  readonly name: string
  readonly document: FlowDocument | ReadDocument
}

/** What is planned. */
export interface PlannedSources {
  readonly workflows: readonly Source[]
  readonly entities: readonly EntitySource[]
  /** What the documents hold for which there is no operation, by kind and name. */
  readonly ignored: readonly { readonly kind: string; readonly name: string }[]
  /** The name of the workspace that a project was built for. */
  readonly identifier: string | undefined
  /** Whether they are all that a project has, so that what was deployed before and is not among them is to go. */
  readonly isWhole: boolean
}

type AnyDocument = FlowDocument | ReadDocument

/** Documents, and whether builders checked them. */
interface GivenDocuments {
  readonly documents: readonly AnyDocument[]
  readonly identifier?: string | undefined
  readonly isChecked: boolean
}

const given: ArgumentKind = { ...object, takes: 'a workflow, a document, a list of these, or a project' }

/**
 * Builds and checks what is to be planned.
 *
 * @throws FlowSpecError with everything that is wrong with it
 */
export function readSources(
  call: string,
  source: PlanSource,
  options: Pick<PlanOptions, 'build' | 'check'>,
): PlannedSources {
  checkArgument(call, 'source', source, given)
  const { documents, identifier, isChecked } = documentsOf(call, source, options)
  const named = reading(call, source, () => eachOnce(call, joinedDocuments(documents).map(namedDocument)))
  const faults = isChecked ? [] : reading(call, source, () => faultsOf(named, identifier, options))
  if (faults.some(({ severity }) => severity === 'error')) throw new FlowSpecError(faults)
  const workflows: Source[] = []
  const entities: EntitySource[] = []
  const ignored: { kind: string; name: string }[] = []
  for (const { kind, name, document, index } of named) {
    if (kind === 'Resource' || kind === 'Function') entities.push({ kind, name, document })
    else if (isEntityKind(kind)) ignored.push({ kind, name })
    else if (kind === 'Node' && named.length > 1) ignored.push(...nodesAlone(index))
    else {
      workflows.push(workflowSource(index))
      ignored.push(...entitiesBeside(index))
    }
  }
  return { workflows, entities, ignored, identifier, isWhole: identifier !== undefined }
}

/** A document, and what it is told apart by. */
interface NamedDocument {
  /** The kind of the document; `Node` where it holds nodes and no workflow. */
  readonly kind: string
  readonly name: string
  readonly document: AnyDocument
  readonly index: SpecIndex
}

function namedDocument(document: AnyDocument): NamedDocument {
  const index = indexSpec(document)
  const kind = readText(document, 'kind') ?? ''
  const { nodes, entitiesOf } = index
  if (isEntityKind(kind)) {
    const entity = entitiesOf(entityKinds[kind].entity)[0]
    return { kind, name: readText(entity?.value, 'name') ?? '', document, index }
  }
  const workflow = entitiesOf('Workflow')[0]
  if (workflow === undefined && nodes.length > 0) {
    // In folders there may be several of a name.
    const name = nodes.map(({ name: own, key }) => `${key} ${own}`).join()
    return { kind: 'Node', name, document, index }
  }
  return { kind, name: readText(workflow?.value, 'name') ?? '', document, index }
}

/** What has a name of its own among all of its like: workflows of all kinds share their names. */
function spaceOf(kind: string): string {
  return isEntityKind(kind) || kind === 'Node' ? kind : 'workflow'
}

/**
 * Documents each once: what is read of a workspace, or of files, may hold the same document twice.
 *
 * @throws TypeError for two of a name that differ: the second would replace the first, and both would be told of as
 * deployed; or, of workflows of two kinds, the service refuses it
 */
function eachOnce(call: string, documents: readonly NamedDocument[]): readonly NamedDocument[] {
  const seen = new Map<string, NamedDocument>()
  return documents.filter((one) => {
    const { kind, name, document } = one
    const key = `${spaceOf(kind)}/${name}`
    const first = seen.get(key)
    seen.set(key, first ?? one)
    if (first === undefined) return true
    if (writeJson(first.document) === writeJson(document)) return false
    const [what, why] =
      first.kind === kind
        ? [`two of kind ${kind}`, 'the second would replace the first']
        : [`a ${first.kind} and a ${kind}`, 'the service refuses the second']
    throw new TypeError(
      `${call}: source holds ${what} with the name ${showValue(name)}, and ${why}. Names are unique in a workspace: call one otherwise, or leave it out.`,
    )
  })
}

function documentsOf(call: string, source: PlanSource, { build }: Pick<PlanOptions, 'build'>): GivenDocuments {
  const items = reading(call, source, () => itemsOf(source))
  if (items !== undefined) {
    const parts = items.map((one) => documentsOf(call, one, { build }))
    return {
      documents: parts.flatMap(({ documents }) => documents),
      isChecked: parts.every(({ isChecked }) => isChecked),
    }
  }
  const builds = reading(call, source, () => buildIn(source))
  if (builds === undefined) return { ...reading(call, source, () => documentsOfBuilt(source)), isChecked: false }
  // What a function throws that makes parts of a project is its user's.
  const built = builds(build)
  return { ...reading(call, built, () => documentsOfBuilt(built)), isChecked: true }
}

/** The items of a list, each builder once; undefined of what is none. */
function itemsOf(source: PlanSource): readonly SubmitSource[] | undefined {
  if (!isList(source)) return undefined
  // A hole is no document: `map` skips it.
  const items: readonly SubmitSource[] = Array.from(source)
  return eachBuilderOnce(items, (one) => one)
}

/** The method of a builder; undefined of what is none. */
function buildIn(source: PlanSource): ((options: PlanOptions['build']) => unknown) | undefined {
  // A list that no compiler has seen may hold text.
  const method: unknown = typeof source === 'object' && 'build' in source ? source.build : undefined
  if (typeof method !== 'function') return undefined
  return (options): unknown => Reflect.apply(method, source, [options])
}

function isList(source: PlanSource): source is readonly SubmitSource[] {
  return Array.isArray(source)
}

function documentsOfBuilt(built: unknown): Omit<GivenDocuments, 'isChecked'> {
  if (isRecord(built) && Array.isArray(built['documents']) && !('spec' in built)) {
    const documents = built['documents'].map((document: object | string) => ownDocument(readSpec(document)))
    return { documents, identifier: readText(built, 'identifier') }
  }
  // Between two requests, and before the deploy of a plan, the caller may change what was given.
  return { documents: [ownDocument(isRecord(built) ? readSpec(built) : readSpec(String(built)))] }
}

/** Documents of version 2.0.0 hold one entity each; those of a workflow and its nodes belong together. */
function joinedDocuments(documents: readonly AnyDocument[]): readonly AnyDocument[] {
  const isSplit = documents.some((document) => readText(document, 'version')?.startsWith('2.') === true)
  return isSplit
    ? convertSpec(
        documents.map((document) => readSpec(document)),
        { version: '1.1.0' },
      ).documents
    : documents
}

function faultsOf(
  named: readonly NamedDocument[],
  identifier: string | undefined,
  { check }: Pick<PlanOptions, 'check'>,
): readonly Diagnostic[] {
  if (identifier !== undefined) {
    const { project: _, ...others } = check ?? {}
    return checkProject(
      named.map(({ document }) => document),
      { identifier, ...others },
    )
  }
  return named.flatMap(({ index }) => checkIndex(index, check))
}

/**
 * The nodes of a document that holds no workflow, which a workspace that was read has beside its workflows. Where one is all
 * that is given, it is refused instead.
 */
function nodesAlone({ nodes }: SpecIndex): PlannedSources['ignored'] {
  const outer = nodes.filter(({ flow }) => flow.entity.name === 'Spec')
  return outer.map(({ name, key }) => ({ kind: 'Node', name: name ?? key }))
}

/** What stands beside the workflow of a document: an import takes the workflow with its nodes, and nothing else. */
function entitiesBeside(index: SpecIndex): PlannedSources['ignored'] {
  const parts: readonly string[] = ['Workflow', 'Node', 'Dependency']
  const beside = index
    .entitiesOf('Spec')
    .flatMap(({ children }) => children.filter(({ name }) => !parts.includes(name)))
  // What has no name is what nodes refer to: scripts, triggers and resource groups.
  return beside.flatMap(({ name: kind, value }) => {
    const name = readText(value, 'name')
    return name === undefined ? [] : [{ kind, name }]
  })
}

function workflowSource(index: SpecIndex): Source {
  const faults = foreignParts(index, { allowEmpty: true })
  if (faults.length > 0) throw new FlowSpecError(faults)
  const workflow = index.entitiesOf('Workflow')[0]?.value
  const kind = readText(index.document, 'kind')
  const type = kind === 'ManualWorkflow' || kind === 'CycleWorkflow' || kind === 'TriggerWorkflow' ? kind : undefined
  return { name: readText(workflow, 'name') ?? '', type, ownId: readText(workflow, 'id'), index }
}
