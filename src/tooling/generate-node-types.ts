import { type GeneratedFile, generatedMark } from './generated-file.ts'
import { type NodeTypeRow, readNodeTypes } from './read-node-types.ts'

const fields = ['code', 'language', 'datasourceType'] as const

function row(type: NodeTypeRow): string {
  const parts = fields.flatMap((field) =>
    type[field] === undefined ? [] : [`${field}: ${JSON.stringify(type[field])}`],
  )
  return `  ${type.command}: { ${parts.join(', ')} },`
}

/** The table of node types as TypeScript. */
export function generateNodeTypes(): GeneratedFile {
  const text = [
    generatedMark,
    "import type { NodeType } from '../node-type.ts'",
    '',
    '/** Every node type DataWorks is known to have, by command. */',
    'export const nodeTypes: Readonly<Record<string, NodeType>> = {',
    ...readNodeTypes().map(row),
    '}',
    '',
  ].join('\n')
  return { path: 'src/model/generated/node-types.ts', text }
}
