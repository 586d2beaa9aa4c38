import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from 'flowspec/command'
import { afterAll, describe, expect, test } from 'vitest'
import { testConsole } from './support/test-console.ts'

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'flowspec-thrown-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What is thrown, as a module writes it, what is said of it, and whether it knows where it was made. */
const values: readonly (readonly [value: string, said: string, isPlaced: boolean])[] = [
  ["'it is missing'", '"it is missing".', false],
  ['null', 'null.', false],
  ['undefined', 'undefined.', false],
  ['{ code: 7 }', 'an object.', false],
  ["{ message: 'as an error says it' }", 'as an error says it.', false],
  ["Object.assign(new Error('lost'), { stack: undefined })", 'lost.', false],
  ['new Error()', 'an error of the name "Error", without a message.', true],
  ["new AggregateError([new Error('first'), new Error('second')])", '2 errors: first; second.', true],
  ["new DOMException('it was left', 'AbortError')", 'it was left.', true],
]

const config = (project: string, ...names: readonly string[]): string => {
  const environments = names.map((name) => `${name}: { projectId: 1, identifier: 'shop', region: 'cn-shanghai' }`)
  return `// A configuration.
import { defineConfig } from 'flowspec/config'
export default defineConfig({
  project: ${project},
  environments: { ${environments.join(', ')} },
})
`
}

interface Place {
  /** The files, for what is thrown. */
  readonly files: (value: string) => Readonly<Record<string, string>>
  readonly rule: string
  /** What is told of it. */
  readonly says: string
  /** Where it is told if what was thrown knows it, and if not. */
  readonly at: string
  readonly else: string
  readonly words?: readonly string[]
}

const ofProject = { rule: 'settings/config', at: 'flowspec.config.js:4', else: 'flowspec.config.js:4' }
const ofPart = { rule: 'project/failed-part', at: 'index.js:3', else: 'index.js:3' }
const inModule = (text: string) => (value: string) => ({
  'flowspec.config.js': config("'index.js'", 'dev'),
  'index.js': text.replace('VALUE', value),
})

const places: Readonly<Record<string, Place>> = {
  'a configuration while it is loaded': {
    files: (value) => ({ 'flowspec.config.js': `// It is broken.\nthrow ${value}\n` }),
    rule: 'module/unusable',
    says: 'The module cannot be loaded: ',
    at: 'flowspec.config.js:2',
    else: 'flowspec.config.js',
  },
  'a configuration that is a rejected promise': {
    files: (value) => ({ 'flowspec.config.js': `// It is broken.\nexport default Promise.reject(${value})\n` }),
    rule: 'module/unusable',
    says: 'The module cannot be loaded: ',
    at: 'flowspec.config.js:2',
    else: 'flowspec.config.js',
  },
  'a function that gives the project': {
    files: (value) => ({ 'flowspec.config.js': config(`() => { throw ${value} }`, 'dev') }),
    says: 'config.project is a function that threw an error: ',
    ...ofProject,
  },
  'a promise of the project': {
    files: (value) => ({ 'flowspec.config.js': config(`Promise.reject(${value})`, 'dev') }),
    says: 'config.project is a promise that was rejected: ',
    ...ofProject,
  },
  'a promise of the project of several environments': {
    files: (value) => ({ 'flowspec.config.js': config(`Promise.reject(${value})`, 'dev', 'prod') }),
    says: 'config.project is a promise that was rejected: ',
    ...ofProject,
  },
  'a function of several environments': {
    files: (value) => ({ 'flowspec.config.js': config(`() => { throw ${value} }`, 'dev', 'prod') }),
    says: 'The function that flowspec.config.js exports threw an error: ',
    ...ofProject,
    rule: 'module/unusable',
    else: 'flowspec.config.js',
  },
  'a function that the module of the project exports': {
    files: inModule('// A project.\n\nexport default () => { throw VALUE }\n'),
    says: 'The project of index.js is a function that threw an error: ',
    ...ofProject,
    at: 'index.js:3',
  },
  'a function that makes parts of the project': {
    files: inModule(
      "import { project } from 'flowspec'\n\nexport default project('shop').add(() => { throw VALUE })\n",
    ),
    says: "The function that is part 1 of project 'shop' threw an error: ",
    ...ofPart,
  },
  'a function that makes parts of a project that is named': {
    files: inModule(
      "import { project } from 'flowspec'\n\nexport default project('shop').add(() => { throw VALUE })\n",
    ),
    says: "The function that is part 1 of project 'shop' threw an error: ",
    ...ofPart,
    words: ['index.js'],
  },
}

describe('what code of the user throws is told with its file', () => {
  const cases = Object.entries(places).flatMap(([title, place]) =>
    values.map(([value, said, isPlaced]) => ({ title, value, place, said, isPlaced })),
  )
  test.each(cases)('$title: $value', async ({ title, value, place, said, isPlaced }) => {
    const cwd = mkdtempSync(join(folder, 'case-'))
    for (const [name, text] of Object.entries(place.files(value))) writeFileSync(join(cwd, name), text)
    const isSeveral = title.includes('several')
    for (const command of isSeveral ? ['check', 'build'] : ['check', 'build', 'plan --emulator']) {
      const { console, written } = testConsole({ cwd })
      const code = await runCommand([...command.split(' '), ...(place.words ?? [])], console)
      const told = `${written.stdout}${written.stderr}`
      const rule = isPlaced && place.rule === 'settings/config' ? 'module/unusable' : place.rule
      expect(told).toContain(` ${rule}\n  ${place.says}${said}\n`)
      expect(told).toContain(isPlaced ? place.at : place.else)
      expect(code).toBe(1)
    }
  })
})
