import { schemaBundle } from 'flowspec/schema'

/** What these tests read of a JSON Schema. */
export interface SchemaPart {
  readonly type?: string
  readonly enum?: readonly string[]
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly additionalProperties?: boolean
  readonly description?: string
  readonly $ref?: string
  readonly allOf?: readonly SchemaPart[]
  readonly items?: SchemaPart
  readonly properties?: Readonly<Record<string, SchemaPart>>
  readonly required?: readonly string[]
}

/** The entities of the language by name. */
export const language: Readonly<Record<string, SchemaPart>> = schemaBundle().definitions

/** The fields of an entity with their schemas. */
export const fieldsOf = (part: SchemaPart): [string, SchemaPart][] => Object.entries(part.properties ?? {})

const nameIn = (reference: string | undefined): string | undefined => reference?.replace('#/definitions/', '')

/** The entity that a field holds. */
export const entityIn = (part: SchemaPart): string | undefined => nameIn(part.allOf?.[0]?.$ref)

/** The entity that a field holds a list of. */
export const entityInList = (part: SchemaPart): string | undefined => nameIn(part.items?.$ref)
