/**
 * The language as fluent-json-schema objects, one an entity.
 *
 * @packageDocumentation
 */
// The entry is `flowspec/schema`, after what it gives to others. The room is the language, for the schema is one of its
// tables: those of control structures, kinds of entities and types of dependencies say what no schema can.
export { entities, type SchemaBundle, schemaBundle } from './schema/bundle.ts'
