import { type Entity, hasShape } from '../../document/index/entity.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import { readText } from '../../document/json/records.ts'

/** A data source, and the type that a document says it has. */
export type TypedDatasource = readonly [name: string, type: string]

/** The name and the type of a data source; undefined where one is not given. Types have one spelling in any case. */
export function typedDatasource(datasource: Entity): TypedDatasource | undefined {
  const name = readText(datasource.value, 'name') ?? ''
  const type = readText(datasource.value, 'type')?.toLowerCase() ?? ''
  return name === '' || type === '' || !hasShape(datasource) ? undefined : [name, type]
}

/** Whether two types may be one: the service itself writes `flink_serverless` where `flink` was given. */
export function mayBeOneType(left: string, right: string): boolean {
  return left.startsWith(right) || right.startsWith(left)
}

/** The data sources of a document with the types it says, each once. */
export function datasourcesIn(index: SpecIndex): readonly TypedDatasource[] {
  const found = new Map<string, TypedDatasource>()
  for (const datasource of index.eachEntity('Datasource')) {
    const typed = typedDatasource(datasource)
    if (typed !== undefined) found.set(JSON.stringify(typed), typed)
  }
  return [...found.values()]
}

/** A type of a data source, and the first two documents that say it. */
interface SaidType {
  readonly type: string
  readonly first: number
  second: number | undefined
}

/** What the documents of a project say of the types of data sources, by name. */
export class DatasourceTypes {
  readonly #said: Map<string, SaidType[]> = new Map()

  /** Takes what a document says, after those that stand before it. */
  add(datasources: readonly TypedDatasource[], position: number): void {
    for (const [name, type] of datasources) {
      const said = this.#said.get(name) ?? []
      const same = said.find((one) => one.type === type)
      if (same === undefined) said.push({ type, first: position, second: undefined })
      else same.second ??= position
      this.#said.set(name, said)
    }
  }

  /** Another type that a document says, the one at a position left out, and where the first of these stands. */
  otherThan(
    [name, type]: TypedDatasource,
    position: number,
  ): { readonly type: string; readonly position: number } | undefined {
    for (const { type: other, first, second } of this.#said.get(name) ?? []) {
      const at = first === position ? second : first
      if (at !== undefined && !mayBeOneType(type, other)) return { type: other, position: at }
    }
    return undefined
  }
}
