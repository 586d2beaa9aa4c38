import { TextLines } from '../../diagnostics/text-lines.ts'
import type { Entity } from '../../document/index/entity.ts'
import { pointerOf } from '../../document/index/entity.ts'
import { entityIn } from '../../document/index/referenced-entities.ts'
import type { NodeEntry, SpecIndex } from '../../document/index/spec-index.ts'
import { readText } from '../../document/json/records.ts'
import { codeKindOf } from '../../language/code-kind.ts'
import type { SqlLanguage } from '../dialect.ts'
import type { ReadFault } from '../read-tables.ts'
import type { FoundUse, UseKind } from '../reading/table-use.ts'
import { rememberedTables } from '../tables-of.ts'
import {
  filledIn,
  filledName,
  hasOthers,
  type NodeParameters,
  parametersOf,
  parametersWithSql,
} from './node-parameters.ts'
import { commandOfScript, languageOfScript } from './script-language.ts'
import { declaredTable, type TableName, tableOfCode } from './table-key.ts'

/** What a node does with a table, by its code or by what it declares. */
export interface NodeTable {
  readonly kind: UseKind
  readonly table: TableName
  /** Where its code names it; undefined where the node only declares it. */
  readonly line: number | undefined
  readonly column: number | undefined
  /** The partition that is written, with the values of parameters; undefined for the whole table. */
  readonly partition: string | undefined
  /** Which statement of the code it is. */
  readonly statement: number
  /** JSON Pointer of the code, or of what is declared. */
  readonly path: string
  /** Whether the code is SQL, and not a text in other code. */
  readonly isSure: boolean
}

/** The tables of a node. */
export interface NodeTables {
  readonly node: NodeEntry
  /** JSON Pointer of the node in its document. */
  readonly path: string
  /** Its code, be it that of a script that it refers to. */
  readonly code: string | undefined
  /** JSON Pointer of the code. */
  readonly codePath: string | undefined
  readonly language: SqlLanguage | undefined
  readonly datasource: string | undefined
  /** Projects that names without one are in, as tables that it declares with theirs show. */
  readonly homes: ReadonlySet<string>
  /** In the order of the code. */
  readonly ofCode: readonly NodeTable[]
  readonly declared: readonly NodeTable[]
  readonly faults: readonly (ReadFault & { readonly line: number; readonly column: number })[]
  /** Whether all that its code does with tables is known. */
  readonly isWhole: boolean
}

function declaredOf(node: Entity, side: 'inputs' | 'outputs', language: SqlLanguage): readonly NodeTable[] {
  const tables = node.child(side)?.children.filter(({ name }) => name === 'Table') ?? []
  return tables.flatMap((entity) => {
    const guid = readText(entity.value, 'guid')
    if (guid === undefined) return []
    const kind = side === 'inputs' ? ('reads' as const) : ('writes' as const)
    const where = { line: undefined, column: undefined, partition: undefined, statement: -1, path: pointerOf(entity) }
    return [{ kind, table: declaredTable(guid, language), ...where, isSure: true }]
  })
}

/** A name without a project, where the node declares one table that has this name and a project, is that table. */
function resolved(table: TableName, declared: readonly NodeTable[]): TableName {
  if (table.name.includes('.')) return table
  const same = declared.filter(
    ({ table: other }) => other.store === table.store && other.name.endsWith(`.${table.name}`),
  )
  const names = new Set(same.map(({ table: other }) => other.name))
  const [only] = same
  return names.size === 1 && only !== undefined ? only.table : table
}

/** Uses as far as they are known, and why others are not. */
interface KnownUses {
  readonly known: readonly FoundUse[]
  readonly unknown: readonly ReadFault[]
}

/** Uses without the statements in which a variable of the shell is a part of the name of a table. */
function withoutVariables(uses: readonly FoundUse[], parameters: NodeParameters): KnownUses {
  const open = uses.filter(({ name }) => hasOthers(name, parameters))
  if (open.length === 0) return { known: uses, unknown: [] }
  const left = new Set(open.map(({ statement }) => statement))
  return {
    known: uses.filter(({ statement }) => !left.has(statement)),
    unknown: open.map(({ name, at }): ReadFault => {
      return { message: `'${name}' names a table that is known only when the shell runs`, at }
    }),
  }
}

/** Uses with the values of parameters in their names, without the statements whose tables depend on what is no name. */
function filledUses(
  code: string,
  uses: readonly FoundUse[],
  parameters: NodeParameters,
  language: SqlLanguage,
): KnownUses {
  if (parameters.size === 0) return { known: uses, unknown: [] }
  const places = new Map(parametersWithSql(code, parameters).map(({ parameter, at }) => [parameter, at]))
  const left = new Set<number>()
  const filled = uses.flatMap((use): FoundUse[] => {
    const found = filledName(use.name, parameters, use.language ?? language)
    if ('name' in found) return [found.name === use.name ? use : { ...use, name: found.name }]
    left.add(use.statement)
    if (!places.has(found.parameter)) places.set(found.parameter, use.at)
    return []
  })
  const unknown = [...places].map(([parameter, at]): ReadFault => {
    return {
      message: `the value of parameter '${parameter}' is no name of a table but may be SQL, which is not read`,
      at,
    }
  })
  return { known: left.size === 0 ? filled : filled.filter(({ statement }) => !left.has(statement)), unknown }
}

/** Reads the tables of a node. */
export function tablesOfNode(index: SpecIndex, node: NodeEntry): NodeTables {
  const { entity } = node
  const script = entityIn(index, entity, 'script', 'Script')
  const command = commandOfScript(script)
  const language = languageOfScript(script, command)
  const datasource = readText(entity.child('datasource')?.value, 'name')
  const declared = (['inputs', 'outputs'] as const).flatMap((side) =>
    declaredOf(entity, side, language ?? 'maxcompute'),
  )
  const code = readText(script?.value, 'content')
  const codePath = script === undefined || code === undefined ? undefined : `${pointerOf(script)}/content`
  const base = { node, path: pointerOf(entity), code, codePath, language, datasource, declared }
  if (language === undefined || code === undefined) {
    return {
      ...base,
      homes: new Set(),
      ofCode: [],
      faults: [],
      isWhole: codeKindOf(command) === undefined && code === undefined,
    }
  }
  const { uses, faults, isPart } = rememberedTables(code, language, '')
  const parameters = parametersOf(script)
  // Variables of a shell are its own: those of another node that are called the same are others.
  const named = language === 'shell' ? withoutVariables(uses, parameters) : { known: uses, unknown: [] }
  const { known, unknown } = filledUses(code, named.known, parameters, language)
  const lines = new TextLines(code)
  const path = codePath ?? base.path
  const homes = new Set<string>()
  const ofCode = known.map(({ kind, name, at, statement, partition, language: engine = language }): NodeTable => {
    const written = tableOfCode(name, engine, datasource)
    const table = resolved(written, declared)
    if (table !== written) homes.add(table.name.slice(0, -written.name.length - 1))
    const filled = partition === undefined ? undefined : filledIn(partition, parameters)
    return { kind, table, ...lines.placeOf(at), partition: filled, statement, path, isSure: !isPart }
  })
  const allFaults = [...faults, ...named.unknown, ...unknown]
  return {
    ...base,
    homes,
    ofCode,
    faults: allFaults.map((fault) => ({ ...fault, ...lines.placeOf(fault.at) })),
    isWhole: allFaults.length === 0 && !isPart,
  }
}
