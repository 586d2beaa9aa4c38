import { compile } from 'json-schema-to-typescript'
import { schemaBundle } from '../../src/language/schema/bundle.ts'
import { type GeneratedFile, generatedMark } from './generated-file.ts'
import { readLanguage } from './language.ts'

const reference = '#/definitions/'

/** The bundle with every definition under its TypeScript name. */
function renamedBundle(): object {
  const text = JSON.stringify(schemaBundle()).replaceAll(`"${reference}`, `"${reference}${typeName('')}`)
  const bundle = JSON.parse(text)
  const renamed = Object.entries(bundle.definitions).map(([name, schema]) => [typeName(name), schema])
  return { ...bundle, definitions: Object.fromEntries(renamed) }
}

/** Makes every property and every array of the declarations readonly. */
function makeReadonly(source: string): string {
  return source
    .replace(/^(\s+)([\w'-]+\??:)/gm, '$1readonly $2')
    .replace(/\{\s+\[k: string\]: unknown\s+\}/g, 'Readonly<Record<string, unknown>>')
    .replace(/: (\w+|Readonly<Record<string, unknown>>)\[\]/g, ': readonly $1[]')
}

/** Drops what the library writes beside the declarations: the alias of the root, and notes on where a type is used. */
function dropNoise(source: string): string {
  return source
    .replace(/^\/\*\*\n( \*[^\n]*\n)+export type FlowSpecRoot = [^\n]*\n/gm, '')
    .replace(/^ \*\n \* This interface was referenced by[^\n]*\n \* via the [^\n]*\n/gm, '')
    .replace(/^( *)\/\*\*\n *\* ([^\n]*)\n *\*\/$/gm, '$1/** $2 */')
}

/** The TypeScript types of the language, with the descriptions of the schema as doc comments. */
export async function generateTypes(): Promise<GeneratedFile> {
  const source = await compile({ ...renamedBundle(), title: 'FlowSpecRoot' }, 'FlowSpecRoot', {
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: true,
    bannerComment: '',
    style: { semi: false, singleQuote: true, printWidth: 120 },
  })
  return {
    path: 'src/language/generated/types.ts',
    text: `${generatedMark}\n${makeReadonly(dropNoise(source)).trim()}\n`,
  }
}

/** The TypeScript name of an entity. The prefix keeps `Node` and its like apart from the globals of a browser. */
export function typeName(entity: string): string {
  return `Flow${entity}`
}

/** The names of the entities. */
export function generateEntityName(): GeneratedFile {
  const names = Object.keys(readLanguage()).map((name) => `  | '${name}'`)
  const comment = '/** The name of an entity of the language. */'
  const text = [generatedMark, comment, `export type EntityName =\n${names.join('\n')}`, ''].join('\n')
  return { path: 'src/language/generated/entity-name.ts', text }
}
