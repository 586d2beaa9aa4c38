import { type GeneratedFile, generatedMark } from './generated-file.ts'
import { readLanguage } from './read-language.ts'

/** The names of the entities. */
export function generateEntityName(): GeneratedFile {
  const names = Object.keys(readLanguage()).map((name) => `  | '${name}'`)
  const comment = '/** The name of an entity of the language. */'
  const text = [generatedMark, comment, `export type EntityName =\n${names.join('\n')}`, ''].join('\n')
  return { path: 'src/model/generated/entity-name.ts', text }
}
