import { type GeneratedFile, generatedMark } from './generated-file.ts'
import { type NodeTypeRow, readNodeTypes } from './node-types.ts'

function comment(type: NodeTypeRow): string {
  const title = type.title ?? type.command
  const code = type.code === undefined ? '' : `, code ${type.code}`
  const language = type.language === undefined ? '' : ` Its code is \`${type.language}\`.`
  const doubts = (type.doubts ?? []).map((doubt) => ` * Unsure: ${doubt}.\n`).join('')
  return [
    '/**',
    ` * A node of type ${title} (command \`${type.command}\`${code}).${language}`,
    ...(doubts === '' ? [] : [' *', doubts.trimEnd()]),
    ' *',
    ' * @param name - name of the node, unique in the workspace',
    ' * @returns a builder; nothing is checked until the workflow is built',
    ' *',
    ' * @example',
    ' * ```ts',
    ` * import { ${type.factory}, workflow } from 'flowspec'`,
    ' *',
    ` * workflow('orders').cron('00 02 00 * * ?').nodes(${type.factory}('step'))`,
    ' * ```',
    ' */',
  ].join('\n')
}

function factory(type: NodeTypeRow): string {
  return [
    comment(type),
    `export function ${type.factory}<const Name extends string>(name: Name): NodeBuilder<Name, never> {`,
    `  return startNode(name, '${type.command}', ${type.factory})`,
    '}',
  ].join('\n')
}

/** One factory for every plain node type. */
export function generateNodeFactories(): GeneratedFile {
  const plain = readNodeTypes().filter((type) => type.factory !== undefined)
  const text = [
    generatedMark,
    "import { startNode } from '../node/start-node.ts'",
    "import type { NodeBuilder } from '../node/node-builder.ts'",
    '',
    plain.map(factory).join('\n\n'),
    '',
  ].join('\n')
  return { path: 'src/builders/generated/node-factories.ts', text }
}
