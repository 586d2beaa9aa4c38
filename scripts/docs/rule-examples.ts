import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { rules } from '../../src/check/rules/index.ts'
import { otherRules } from '../../src/check/rules/other-rules.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { entryPoints, projectFolder } from '../build/entry-points.ts'

/** The code of an example: the indentation of all its lines is that of the rule it stands in. */
function codeOf(example: string): string {
  const lines = example.replace(/^\n|\n *$/g, '').split('\n')
  const indentation = /^ */.exec(lines[0] ?? '')?.[0].length ?? 0
  return lines.map((line) => line.slice(indentation)).join('\n')
}

/** The example of each rule, by its name. */
export function ruleExamples(): ReadonlyMap<string, string> {
  return new Map([...rules, ...otherRules].map(({ name, example }) => [name, codeOf(example)]))
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
