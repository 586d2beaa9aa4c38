import { childEntities, type Entity, pointerOf } from '../index/entity.ts'
import { flatSpec, withSpec } from '../index/flat-spec.ts'
import type { SpecIndex } from '../index/spec-index.ts'
import { isEmpty, isRecord, readText } from '../json/records.ts'
import { nameById } from './edge-names.ts'
import { diffBothWays, diffDeployed, type FieldChange } from './field-changes.ts'
import { nameIn } from './list-items.ts'
import { Occurrences } from './occurrences.ts'
import { containersOf } from './part-places.ts'

type Fields = Readonly<Record<string, unknown>>

/** A document of whatever version with its body in `spec`. */
function inOneForm(document: unknown): Fields {
  if (!isRecord(document)) return {}
  const flat = flatSpec(document)
  return flat === undefined ? document : withSpec(document, flat)
}

/** What an entry of dependencies says beside the node that depends, and what that comes after. */
interface DependencyRest {
  readonly entity: Entity
  readonly name: string
  readonly rest: Fields
}

function restOf(entity: Entity): Fields {
  const { id: _, nodeId, depends, ...rest } = entity.value
  const strays = Array.isArray(depends) ? depends.filter((item) => !isRecord(item)) : depends
  return { ...rest, ...(typeof nodeId === 'string' ? {} : { nodeId }), depends: strays }
}

/** What the entries of dependencies say beside edges, by where they stand and of which node they are. */
function restsOf(index: SpecIndex): ReadonlyMap<string, DependencyRest> {
  const rests = new Map<string, DependencyRest>()
  const placed = new Occurrences()
  for (const flow of index.flows) {
    for (const entity of flow.dependencies) {
      const rest = restOf(entity)
      if (Object.values(rest).every(isEmpty)) continue
      const name = nameById(index, readText(entity.value, 'nodeId') ?? '')
      const key = JSON.stringify([containersOf(flow.entity), name])
      rests.set(`${key}${placed.next(key)}`, { entity, name, rest })
    }
  }
  return rests
}

function changesOfDependencies(expected: SpecIndex, actual: SpecIndex): readonly FieldChange[] {
  const [rests, others] = [restsOf(expected), restsOf(actual)]
  return [...new Set([...rests.keys(), ...others.keys()])].flatMap((key) => {
    const [one, other] = [rests.get(key), others.get(key)]
    const place = one ?? other
    if (place === undefined) return []
    return diffBothWays('Dependency', one?.rest ?? {}, other?.rest ?? {}).map((change) => ({
      item: place.name,
      ...change,
      path: `${pointerOf(place.entity)}${change.path}`,
    }))
  })
}

/** An entry of dependencies in a body inside of a node, and the list that it stands in, from the node. */
interface BodyDependency {
  readonly list: string
  readonly entry: Entity
}

/** The entries of dependencies in the bodies inside of a node, by the list they stand in and the node that depends. */
function bodyDependencies(entity: Entity): ReadonlyMap<string, BodyDependency> {
  const entries = entity.children.flatMap((body) =>
    ['flow', 'dependencies'].flatMap((field) => {
      const list = `/${body.field}/${field}`
      return childEntities(body, field).map((entry): readonly [string, BodyDependency] => {
        return [`${list} ${readText(entry.value, 'nodeId') ?? ''}`, { list, entry }]
      })
    }),
  )
  return new Map(entries)
}

/** How entries of dependencies in the bodies of a node differ from what the service has, beside their edges. */
export function changesInBodies(expected: Entity, actual: Entity): readonly FieldChange[] {
  const [entries, others] = [bodyDependencies(expected), bodyDependencies(actual)]
  return [...entries].flatMap(([key, { list, entry }]) => {
    const other = others.get(key)
    if (other === undefined) return []
    return diffDeployed('Dependency', restOf(entry), restOf(other.entry)).map((change) => ({
      ...change,
      path: `${list}${change.path}`,
    }))
  })
}

/** What texts in the place of entities refer to, by the texts; undefined for one that refers to nothing. */
function referredTo(index: SpecIndex): ReadonlyMap<string, { readonly path: string; readonly target: unknown }> {
  return new Map(
    index.references.map(({ holder, field, text, entity }) => {
      const target = index.entityById(entity, text)
      const path = `${pointerOf(holder)}/${field}`
      return [`${entity} ${text}`, { path, target: target && (nameIn(target.value) ?? pointerOf(target)) }] as const
    }),
  )
}

/** Ids are not compared; but a reference to one may mean another entity now, or none. */
function changesOfReferences(expected: SpecIndex, actual: SpecIndex): readonly FieldChange[] {
  const others = referredTo(actual)
  return [...referredTo(expected)].flatMap(([text, { path, target }]) => {
    const other = others.get(text)
    return other === undefined || other.target === target ? [] : [{ path, expected: target, actual: other.target }]
  })
}

/**
 * How two documents differ outside of their workflows, nodes and edges: their kinds and versions, and what stands beside
 * workflows and nodes. Paths lead from the document.
 */
export function documentChanges(expected: SpecIndex, actual: SpecIndex): readonly FieldChange[] {
  return [
    ...diffBothWays('Document', inOneForm(expected.document), inOneForm(actual.document)),
    ...changesOfDependencies(expected, actual),
    ...changesOfReferences(expected, actual),
  ]
}
