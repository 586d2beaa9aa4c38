import type { Entity } from '../../document/index/entity.ts'
import { readText } from '../../document/json/records.ts'
import { type CodeKind, codeKindOf, codeKindOfLanguage, hasChosenLanguage } from '../../language/code-kind.ts'
import { nodeTypes } from '../../language/generated/node-types.ts'
import type { NodeType } from '../../language/node-type.ts'

/** The runtime of a node or workflow. */
export function runtimeOf(owner: Entity | undefined): Entity | undefined {
  return owner?.child('script')?.child('runtime')
}

/** What is known of the node type that a runtime names. */
export function nodeTypeOf(runtime: Entity | undefined): NodeType | undefined {
  const command = readText(runtime?.value, 'command')
  return command === undefined ? undefined : nodeTypes.get(command)
}

function commandOf(script: Entity): string {
  return readText(script.child('runtime')?.value, 'command') ?? ''
}

/** Whether the language of a script says what its code is, and not its command. */
export function saysLanguage(script: Entity): boolean {
  return script.parent?.field === 'while' || hasChosenLanguage(commandOf(script))
}

/** What the code of a script is; undefined where its node is of another kind, or not known. */
export function codeKind(script: Entity): CodeKind | undefined {
  const language = readText(script.value, 'language') ?? ''
  return saysLanguage(script) ? codeKindOfLanguage(language) : codeKindOf(commandOf(script))
}
