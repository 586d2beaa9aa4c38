import { type Entity, pointerOf } from '../index/entity.ts'
import { flatSpec, withSpec } from '../index/flat-spec.ts'
import type { SpecIndex } from '../index/spec-index.ts'
import { isEmpty, isRecord, readText } from '../json/records.ts'
import { diffBothWays, type FieldChange } from './field-changes.ts'
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
  const counts = new Map<string, number>()
  for (const flow of index.flows) {
    for (const entity of flow.dependencies) {
      const rest = restOf(entity)
      if (Object.values(rest).every(isEmpty)) continue
      const id = readText(entity.value, 'nodeId') ?? ''
      const name = index.nodesByKey.first.get(id)?.name ?? id
      const key = JSON.stringify([containersOf(flow.entity), name])
      const count = counts.get(key) ?? 0
      counts.set(key, count + 1)
      rests.set(`${key}${count}`, { entity, name, rest })
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

/**
 * How two documents differ outside of their workflows, nodes and edges: their kinds and versions, and what stands beside
 * workflows and nodes. Paths lead from the document.
 */
export function documentChanges(expected: SpecIndex, actual: SpecIndex): readonly FieldChange[] {
  return [
    ...diffBothWays('Document', inOneForm(expected.document), inOneForm(actual.document)),
    ...changesOfDependencies(expected, actual),
  ]
}
