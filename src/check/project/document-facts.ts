import type { Entity } from '../../document/index/entity.ts'
import type { EdgeEntry, SpecIndex } from '../../document/index/spec-index.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import { Moments } from '../../graph/moments.ts'
import { dependencyTypes } from '../../language/dependency-types.ts'
import { hasUnreadOutputs } from '../engine/unread-parts.ts'
import { type Claim, claimKey, nameClaims, outputClaims, pathClaims, serviceId, subjectClaims } from './claims.ts'
import { datasourcesIn, type TypedDatasource } from './datasource-types.ts'

/** What one document does in the graph of its project: its moments are vertices, numbered from 0. */
export interface GraphPart {
  readonly names: readonly string[]
  /** How many of them are nodes; the rest are starts and ends of workflows, by turns. */
  readonly nodes: number
  /** From each vertex to one that it comes after, by turns. */
  readonly pairs: readonly number[]
  /** What comes after an output that is none of the document's own. */
  readonly outside: readonly (readonly [vertex: number, output: string])[]
  readonly owners: readonly (readonly [output: string, vertex: number])[]
}

/** A workflow that offers an output. */
export interface OfferingWorkflow {
  readonly name: string
  /** Whether sub-processes may run it. */
  readonly isCitable: boolean
}

/** All that the other documents of a project need to know of one, as plain data. */
export interface DocumentFacts {
  /** The name of what it is about. */
  readonly name: string | undefined
  /** What messages call it. */
  readonly label: string
  /** What tells it from others, the id of what it is about first. */
  readonly subjects: readonly string[]
  /** What it claims for itself, by key, each with the id the service gave the claimant. */
  readonly claims: readonly (readonly [key: string, id: string | undefined])[]
  /** Its workflows by their outputs and, under {@link workflowKey}, by their ids. */
  readonly workflows: readonly (readonly [output: string, workflow: OfferingWorkflow])[]
  /** The data sources that it names with a type. */
  readonly datasources: readonly TypedDatasource[]
  /** Whether some of its outputs could not be read. */
  readonly hasUnreadOutputs: boolean
  readonly graph: GraphPart
}

/** What is known of a document that cannot be read. */
export const unreadFacts: DocumentFacts = {
  name: undefined,
  label: 'a document',
  subjects: [],
  claims: [],
  workflows: [],
  datasources: [],
  hasUnreadOutputs: true,
  graph: { names: [], nodes: 0, pairs: [], outside: [], owners: [] },
}

/** The output that a dependency within one cycle names, and that is none of the document's own. */
export function externalOutput({ type, upstream, upstreamWorkflow, entity }: EdgeEntry): string | undefined {
  const isOwn = upstream !== undefined || upstreamWorkflow !== undefined
  return type === dependencyTypes.sameCycle && !isOwn ? readText(entity.value, 'output') : undefined
}

/** What a document of several workflows is called by itself; one of a single thing is called as that is. */
function bundleName({ document, flows }: SpecIndex): string | undefined {
  const workflows = flows.filter(({ entity }) => entity.name === 'Workflow')
  return workflows.length > 1 && isRecord(document) ? readText(document['spec'], 'name') : undefined
}

/** Takes from a document what its project needs to know of it. */
export function factsOf(index: SpecIndex): DocumentFacts {
  const subjects = subjectClaims(index)
  const [subject] = subjects
  const claims = [...nameClaims(index), ...outputClaims(index), ...pathClaims(subjects)]
  return {
    name: bundleName(index) ?? subject?.text,
    label: subject === undefined ? 'a document' : `${subject.what} '${subject.text}'`,
    subjects: keysOf(subject),
    claims: claims.map((claim) => [claimKey(claim), serviceId(claim.entity)]),
    workflows: offeringWorkflows(index),
    datasources: datasourcesIn(index),
    hasUnreadOutputs: hasUnreadOutputs(index),
    graph: graphPart(index),
  }
}

/** What the id of a workflow is looked up by among outputs, which hold no such character. */
export function workflowKey(id: string): string {
  return `\0${id}`
}

/** What is no value of citable is a fault of its own. */
function offering({ value }: Entity, other: string): OfferingWorkflow {
  return { name: readText(value, 'name') ?? other, isCitable: (value['citable'] ?? false) !== false }
}

function offeringWorkflows(index: SpecIndex): DocumentFacts['workflows'] {
  const byOutput = [...index.outputs.first].flatMap(([output, { node, owner }]): [string, OfferingWorkflow][] =>
    node !== undefined || owner.name !== 'Workflow' ? [] : [[output, offering(owner, output)]],
  )
  const byId = index.entitiesOf('Workflow').flatMap((workflow): [string, OfferingWorkflow][] => {
    const id = readText(workflow.value, 'id')
    return id === undefined ? [] : [[workflowKey(id), offering(workflow, id)]]
  })
  return [...byOutput, ...byId]
}

/** What tells a document from others, by the id of what it is about first. */
export function subjectKeys(index: SpecIndex): readonly string[] {
  return keysOf(subjectClaims(index)[0])
}

function keysOf(subject: Claim | undefined): readonly string[] {
  if (subject === undefined) return []
  const id = serviceId(subject.entity)
  return id === undefined ? [claimKey(subject)] : [`${subject.what}#${id}`, claimKey(subject)]
}

function graphPart(index: SpecIndex): GraphPart {
  const moments = new Moments(index)
  const pairs = moments.inWorkflows()
  const owners = [...index.outputs.first].flatMap(([output, { node, workflow }]): [string, number][] => {
    const vertex = node?.place ?? moments.endOf(workflow)
    return vertex === undefined ? [] : [[output, vertex]]
  })
  for (const flow of index.flows) {
    const id = readText(flow.entity.value, 'id')
    const end = flow.entity.name === 'Workflow' && id !== undefined ? moments.endOf(flow) : undefined
    if (end !== undefined && id !== undefined) owners.push([workflowKey(id), end])
  }
  const outside: [number, string][] = []
  for (const edge of index.edges) {
    const vertex = moments.dependent(edge)
    const output = externalOutput(edge)
    if (vertex === undefined) continue
    const ends = moments.ends(edge)
    if (ends !== undefined) pairs.push(...ends)
    else if (output !== undefined) outside.push([vertex, output])
  }
  return { names: moments.names(), nodes: index.nodes.length, pairs, outside: [...outside, ...subFlows(index)], owners }
}

function subFlows(index: SpecIndex): [number, string][] {
  return index.entitiesOf('SubFlow').flatMap(({ parent, value }): [number, string][] => {
    const id = readText(value, 'id')
    const output = readText(value, 'output') ?? (id === undefined ? undefined : workflowKey(id))
    const key = readText(parent?.value, 'id') ?? readText(parent?.value, 'name') ?? ''
    const node = index.nodesByKey.first.get(key)
    return output === undefined || node === undefined ? [] : [[node.place, output]]
  })
}
