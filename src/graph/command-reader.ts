import type { Entity } from '../document/entity.ts'
import { parseReference } from '../document/parse-reference.ts'
import { readText } from '../document/read-text.ts'
import type { SpecIndex } from '../document/spec-index.ts'
import { nodeTypes } from '../model/generated/node-types.ts'

/** Reads the commands of nodes: of their own script, or of one of the document's they refer to. */
export class CommandReader {
  readonly #index: SpecIndex
  #scripts: ReadonlyMap<string, Entity> | undefined
  #commands: ReadonlyMap<number, string> | undefined

  constructor(index: SpecIndex) {
    this.#index = index
  }

  /** The command of a node; undefined when the document does not say it. */
  of(node: Entity): string | undefined {
    const script = node.child('script') ?? this.#script(readText(node.value, 'script'))
    const runtime = script?.child('runtime')?.value
    return readText(runtime, 'command') ?? this.#byCode(runtime?.['commandTypeId'])
  }

  #script(reference: string | undefined): Entity | undefined {
    if (reference === undefined) return undefined
    this.#scripts ??= new Map(
      this.#index.entitiesOf('Script').map((script) => [readText(script.value, 'id') ?? '', script]),
    )
    return this.#scripts.get(parseReference(reference) ?? '')
  }

  #byCode(code: unknown): string | undefined {
    if (typeof code !== 'number') return undefined
    this.#commands ??= new Map(
      Object.entries(nodeTypes).flatMap(([command, type]) => (type.code === undefined ? [] : [[type.code, command]])),
    )
    return this.#commands.get(code)
  }
}
