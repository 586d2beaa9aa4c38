import { nodeTypes } from './generated/node-types.ts'

let commands: ReadonlyMap<unknown, string> | undefined

/** The command that a number stands for (`commandTypeId`); undefined for none that is known. */
export function commandOfCode(code: unknown): string | undefined {
  if (code === undefined) return undefined
  // Of commands with one code the first counts: the others are names that only some pages use.
  commands ??= new Map([...nodeTypes].reverse().map(([command, type]) => [type.code, command]))
  return commands.get(code)
}
