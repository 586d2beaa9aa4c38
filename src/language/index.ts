/**
 * The language as fluent-json-schema objects, one an entity.
 *
 * The entry is `flowspec/schema`, for that is what it gives to others. The room is called language because the schema is
 * one of the tables in it: those of control structures, kinds of entities and types of dependencies say what no schema
 * can.
 *
 * @packageDocumentation
 */
export { entities, type SchemaBundle, schemaBundle } from './schema/bundle.ts'
