import type { GivenDocument } from '../../document/given-documents.ts'
import { childEntities, childEntity, type Entity, pointerOf } from '../../document/index/entity.ts'
import { indexSpec } from '../../document/index/index-spec.ts'
import { entityIn } from '../../document/index/referenced-entities.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import { stringifyJson } from '../../document/json/exact-json.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import type { ReadDocument } from '../../document/read-spec.ts'
import { codeKindOf } from '../../language/code-kind.ts'
import type { PageLanguage, PageParameter } from '../page-data.ts'

/** An entity, and the document it stands in. */
export interface PlacedEntity {
  readonly index: SpecIndex
  readonly entity: Entity
}

/** The nodes and workflows of what is shown, by their JSON Pointers in what was given. */
export class IndexedSource {
  readonly documents: readonly ReadDocument[]
  readonly #entities: Map<string, PlacedEntity> = new Map()

  constructor(given: readonly GivenDocument[]) {
    this.documents = given.map(({ document }) => document).filter(isRecord)
    for (const { document, path } of given) {
      const index = indexSpec(document)
      const entities = [...index.nodes, ...index.flows].map(({ entity }) => entity)
      for (const entity of entities) this.#entities.set(path + pointerOf(entity), { index, entity })
    }
  }

  /** The node or workflow at a pointer. */
  entityAt(path: string): PlacedEntity | undefined {
    return this.#entities.get(path)
  }
}

/** The script of a node, be it one of the document that it refers to. */
function scriptOf({ index, entity }: PlacedEntity): Entity | undefined {
  return entityIn(index, entity, 'script', 'Script')
}

/** The code of a node; the empty text for none. */
export function codeOf(placed: PlacedEntity): string {
  return readText(scriptOf(placed)?.value, 'content') ?? ''
}

/** What a parameter is given: numbers as they are written, which need no quotes. */
function expressionOf(value: unknown): string {
  if (typeof value === 'string') return value
  return value === undefined ? '' : (stringifyJson(value) ?? '')
}

/** The parameters of a node, as it writes them. */
export function parametersOf(placed: PlacedEntity): readonly PageParameter[] {
  const script = scriptOf(placed)
  if (script === undefined) return []
  return childEntities(script, 'parameters').map(({ value }) => ({
    name: readText(value, 'name') ?? '',
    expression: expressionOf(value['value']),
  }))
}

/** The trigger of a node or workflow of its own. */
export function triggerOf(placed: PlacedEntity): Entity | undefined {
  return entityIn(placed.index, placed.entity, 'trigger', 'Trigger') ?? childEntity(placed.entity, 'trigger')
}

/** Whether the code of a node looks up its parameters when it runs, as PyODPS and shells do. */
export function looksUpValues(placed: PlacedEntity, command: string): boolean {
  const kind = codeKindOf(command, readText(scriptOf(placed)?.value, 'language') ?? '')
  return kind === 'pyodps' || kind === 'shell'
}

const languages: readonly (readonly [pattern: RegExp, language: PageLanguage])[] = [
  [/sql/i, 'sql'],
  [/python|pyodps/i, 'python'],
  [/shell|bash|^sh$/i, 'shell'],
  [/json/i, 'json'],
]

/** Which language the code of a node is in, as far as colours need it. */
export function languageOfNode(placed: PlacedEntity, command: string): PageLanguage {
  const language = readText(scriptOf(placed)?.value, 'language') ?? ''
  const kind = codeKindOf(command, language)
  if (kind === 'pyodps') return 'python'
  if (kind === 'integration') return 'json'
  if (kind !== undefined) return kind
  const named = `${language} ${command}`
  return languages.find(([pattern]) => pattern.test(named))?.[1] ?? 'text'
}
