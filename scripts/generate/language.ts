import { schemaBundle } from '../../src/language/schema/bundle.ts'

/** The parts of a JSON Schema that the generator reads. */
export interface SchemaPart {
  readonly type?: string
  readonly description?: string
  readonly enum?: readonly string[]
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly additionalProperties?: boolean
  readonly $ref?: string
  readonly allOf?: readonly SchemaPart[]
  readonly items?: SchemaPart
  readonly properties?: Readonly<Record<string, SchemaPart>>
  readonly required?: readonly string[]
}

const prefix = '#/definitions/'

/** The definitions of the language, by entity name. */
export function readLanguage(): Readonly<Record<string, SchemaPart>> {
  return schemaBundle().definitions
}

/** The entity a field holds, and whether it holds a list of them; undefined for a field of plain values. */
export function childOf(part: SchemaPart): { readonly entity: string; readonly many: boolean } | undefined {
  const one = part.allOf?.[0]?.$ref
  if (one !== undefined) return { entity: one.slice(prefix.length), many: false }
  const item = part.items?.$ref
  return item === undefined ? undefined : { entity: item.slice(prefix.length), many: true }
}
