import { Ajv } from 'ajv'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { build } from 'esbuild'
import { type GeneratedFile, generatedMark } from './generated-file.ts'
import { readLanguage } from './read-language.ts'
import { shallowSchema } from './shallow-schema.ts'

/** Bundles the validators with the few helpers ajv's output requires, so that ajv is not needed at run time. */
async function bundleHelpers(source: string): Promise<string> {
  const result = await build({
    stdin: { contents: source, resolveDir: process.cwd(), loader: 'js' },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    minifySyntax: true,
    minifyWhitespace: true,
    minifyIdentifiers: true,
    write: false,
  })
  const text = result.outputFiles[0]?.text
  if (text === undefined) throw new Error('the validators were not bundled')
  return text
}

const declaration = (names: readonly string[]): string =>
  [
    generatedMark,
    "import type { ShallowValidator } from '../shallow-validator.ts'",
    '',
    ...names.map((name) => `export declare const validate${name}: ShallowValidator`),
    '',
  ].join('\n')

/** Validators compiled ahead of time, one an entity, each blind to the entity's children. */
export async function generateValidators(): Promise<GeneratedFile[]> {
  const language = readLanguage()
  const names = Object.keys(language)
  const schemas = names.map((name) => ({ ...shallowSchema(language[name] ?? {}), $id: `flowspec:${name}` }))
  const ajv = new Ajv({ schemas, code: { source: true, esm: true, lines: false }, allErrors: true, messages: false })
  const exports = Object.fromEntries(names.map((name) => [`validate${name}`, `flowspec:${name}`]))
  // Nobody reads where in the schema an error comes from, and the texts are a fifth of the code.
  const source = standaloneCode.default(ajv, exports).replaceAll(/schemaPath:"[^"]*",/g, '')
  const code = await bundleHelpers(source)
  return [
    { path: 'src/model/generated/validators.js', text: `${generatedMark}\n${code}` },
    { path: 'src/model/generated/validators.d.ts', text: declaration(names) },
  ]
}
