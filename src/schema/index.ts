/**
 * The language as fluent-json-schema objects, one an entity.
 *
 * @packageDocumentation
 */
export { type SchemaBundle, schemaBundle } from './bundle.ts'
export { entities } from './entities.ts'
