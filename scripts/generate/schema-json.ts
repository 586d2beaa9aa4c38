import { schemaBundle } from '../../src/language/schema/bundle.ts'
import type { GeneratedFile } from './generated-file.ts'

/** The language as one JSON Schema file, for editors. */
export function generateSchemaJson(): GeneratedFile {
  return { path: 'src/language/generated/schema.json', text: `${JSON.stringify(schemaBundle(), undefined, 2)}\n` }
}
