import { type GeneratedFile, generatedMark } from './generated-file.ts'
import { readNodeTypes } from './node-types.ts'

/** The engines of node types as TypeScript: what colours in pictures follow. */
export function generateNodeEngines(): GeneratedFile {
  const commands = new Map<string, string[]>()
  for (const { command, engine } of readNodeTypes()) {
    if (engine !== undefined) commands.set(engine, [...(commands.get(engine) ?? []), command])
  }
  const text = [
    generatedMark,
    '/** The engines that run nodes, as the documentation groups the node types. */',
    'export type NodeEngine =',
    ...[...commands.keys()].map((engine) => `  | ${JSON.stringify(engine)}`),
    '',
    '/** The commands of each engine. */',
    'export const nodeEngines: readonly (readonly [engine: NodeEngine, commands: readonly string[]])[] = [',
    ...[...commands].map(([engine, ofEngine]) => `  [${JSON.stringify(engine)}, ${JSON.stringify(ofEngine)}],`),
    ']',
    '',
  ].join('\n')
  return { path: 'src/language/generated/node-engines.ts', text }
}
