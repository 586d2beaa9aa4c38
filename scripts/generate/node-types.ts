import { readFileSync } from 'node:fs'
import { type GeneratedFile, generatedMark } from './generated-file.ts'

const fields = ['code', 'language', 'datasourceType'] as const

function row(type: NodeTypeRow): string {
  const parts = fields.flatMap((field) =>
    type[field] === undefined ? [] : [`${field}: ${JSON.stringify(type[field])}`],
  )
  return `  ['${type.command}', { ${parts.join(', ')} }],`
}

/** The table of node types as TypeScript. */
export function generateNodeTypes(): GeneratedFile {
  const text = [
    generatedMark,
    "import type { NodeType } from '../node-type.ts'",
    '',
    '/** The commands of the node types DataWorks is known to have. */',
    'export type NodeCommand =',
    ...readNodeTypes().map(({ command }) => `  | '${command}'`),
    '',
    '/** Every node type DataWorks is known to have, by command. */',
    'export const nodeTypes: ReadonlyMap<string, NodeType> = new Map<string, NodeType>([',
    ...readNodeTypes().map(row),
    '])',
    '',
  ].join('\n')
  return { path: 'src/language/generated/node-types.ts', text }
}

/** One row of `src/language/node-types.json`. */
export interface NodeTypeRow {
  readonly command: string
  readonly code?: number
  readonly engine?: string
  readonly extension?: string
  readonly language?: string
  readonly datasourceType?: string
  readonly title?: string
  /** Name of the factory of a plain node. */
  readonly factory?: string
  /** Why a row has no factory. */
  readonly notPlain?: string
  /** What sources leave open. */
  readonly doubts?: readonly string[]
}

/** The table of node types. */
export function readNodeTypes(): readonly NodeTypeRow[] {
  return JSON.parse(readFileSync(new URL('../../src/language/node-types.json', import.meta.url), 'utf8'))
}
