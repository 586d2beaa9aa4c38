/**
 * The language as fluent-json-schema objects, one an entity.
 *
 * @packageDocumentation
 */
export { entities, type SchemaBundle, schemaBundle } from './schema/bundle.ts'
