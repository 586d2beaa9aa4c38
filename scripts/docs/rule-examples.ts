import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { entryPoints, projectFolder } from '../build/entry-points.ts'

const folder = join(projectFolder, 'src/check')
const naming = /^ +name: '([a-z]+\/[a-z-]+)'/gm

/** The code in the last doc comment of a text; undefined when it has none. */
function codeIn(text: string): string | undefined {
  const comment = text.slice(Math.max(0, text.lastIndexOf('/**')), text.lastIndexOf('*/'))
  const lines = comment.split('\n').map((line) => line.replace(/^ *\* ?/, ''))
  const start = lines.indexOf('```ts')
  const end = lines.indexOf('```', start + 1)
  if (start < 0 || end < 0) return undefined
  // A comment cannot hold a star and a slash together.
  return lines
    .slice(start + 1, end)
    .join('\n')
    .replaceAll('*\\u002F', '*/')
}

const halves = ['wrong', 'right'] as const

/** The examples of a file: each stands in the doc comment above the rule, or the entry, that has the name. */
function examplesIn(text: string): [rule: string, code: string][] {
  const found: [string, string][] = []
  let start = 0
  for (const match of text.matchAll(naming)) {
    const code = codeIn(text.slice(start, match.index))
    const isExample = halves.every((half) => code?.includes(`export const ${half}`))
    if (match[1] !== undefined && code !== undefined && isExample) found.push([match[1], code])
    start = match.index
  }
  return found
}

/**
 * The example in the doc comment of each rule. It exports `wrong`, which breaks this rule and no other, and `right`, of
 * which the check has nothing to say. Each is a workflow builder, a document, or a function that throws or returns
 * diagnostics.
 */
export function ruleExamples(): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
  return new Map(files.flatMap((file) => examplesIn(readFileSync(join(folder, file), 'utf8'))))
}

/** What is said of both halves of an example. */
export interface ExampleOutcome {
  readonly wrong: readonly Diagnostic[]
  readonly right: readonly Diagnostic[]
}

// Inside node_modules, so that what the source imports is found from there.
const outFolder = join(projectFolder, 'node_modules/.cache/flowspec-rules')

/** What runs inside the bundle, beside the examples: it asks the same copy of the library that they are made with. */
const judge = `
import { checkSpec, isFlowSpecError } from 'flowspec'

async function called(example) {
  try {
    const result = await example()
    return Array.isArray(result) ? result.filter((item) => typeof item.rule === 'string') : []
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    return error.diagnostics
  }
}

function diagnosticsOf(example) {
  if (typeof example === 'function') return called(example)
  return typeof example.check === 'function' ? example.check() : checkSpec(example)
}

export const outcomes = new Map()
for (const [rule, { wrong, right }] of Object.entries(examples)) {
  outcomes.set(rule, { wrong: await diagnosticsOf(wrong), right: await diagnosticsOf(right) })
}
`

function program(rules: readonly string[]): string {
  const imports = rules.map((rule, at) => `import * as example${at} from 'example:${rule}'`)
  const entries = rules.map((rule, at) => `${JSON.stringify(rule)}: example${at}`)
  return [...imports, `const examples = { ${entries.join(', ')} }`, judge].join('\n')
}

function virtualModules(examples: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'examples',
    setup(bundler) {
      bundler.onResolve({ filter: /^example:/ }, ({ path }) => ({ path: path.slice(8), namespace: 'example' }))
      bundler.onLoad({ filter: /.*/, namespace: 'example' }, ({ path }) => {
        return { contents: examples.get(path) ?? '', loader: 'ts', resolveDir: projectFolder }
      })
      bundler.onResolve({ filter: /^\..*\.cjs$/ }, ({ resolveDir, path }) => {
        return { path: join(resolveDir, path), external: true }
      })
    },
  }
}

function isOutcomes(value: unknown): value is { readonly outcomes: ReadonlyMap<string, ExampleOutcome> } {
  return typeof value === 'object' && value !== null && 'outcomes' in value && value.outcomes instanceof Map
}

/** Runs examples of rules, all in one bundle with the source of the library, and says what each half of them gives. */
export async function runRuleExamples(
  examples: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, ExampleOutcome>> {
  mkdirSync(outFolder, { recursive: true })
  const outfile = join(outFolder, `${process.pid}.mjs`)
  await build({
    absWorkingDir: projectFolder,
    stdin: { contents: program([...examples.keys()]), resolveDir: projectFolder },
    alias: Object.fromEntries(entryPoints().map(({ specifier, source }) => [specifier, `./${source}`])),
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    plugins: [virtualModules(examples)],
    logLevel: 'silent',
  })
  const module: unknown = await import(pathToFileURL(outfile).href)
  rmSync(outfile)
  if (!isOutcomes(module)) throw new Error('the examples were not run')
  return module.outcomes
}
