import type { JSONSchema } from 'fluent-json-schema'
import { entities } from './entities.ts'

/** The language as one schema: a root that is a document, and one definition an entity. */
export interface SchemaBundle {
  readonly $schema: string
  readonly title: string
  readonly description: string
  readonly allOf: readonly object[]
  readonly definitions: Readonly<Record<string, object>>
}

/** A copy without `$schema`, which fluent-json-schema writes into every schema and only the outermost may have. */
function inner(schema: JSONSchema): object {
  const { $schema: _, ...rest } = Object(schema.valueOf())
  return rest
}

/**
 * The whole language as one JSON Schema (draft-07), for editors and other tools. The same file is
 * `flowspec/schema.json`.
 *
 * @example
 * ```ts
 * import { schemaBundle } from 'flowspec/schema'
 *
 * process.stdout.write(JSON.stringify(schemaBundle()))
 * ```
 */
export function schemaBundle(): SchemaBundle {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'FlowSpec',
    description: 'A DataWorks FlowSpec document in its canonical spelling.',
    allOf: [{ $ref: '#/definitions/Document' }],
    definitions: Object.fromEntries(Object.entries(entities).map(([name, schema]) => [name, inner(schema)])),
  }
}
