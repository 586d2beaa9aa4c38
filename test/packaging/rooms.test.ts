import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { projectFolder } from '../../src/tooling/entry-points.ts'
import { lintProbe } from './lint-probe.ts'
import { mayImport, roomOrder } from './room-order.ts'

const src = join(projectFolder, 'src')
const probeFile = (room: string): string => (room === 'index' ? 'src/index.ts' : `src/${room}/probe.ts`)
const importable = roomOrder.filter((room) => room !== 'index')
const byLine = (findings: readonly { rule: string; line: number }[], rule: string): number[] =>
  findings
    .filter((finding) => finding.rule === rule)
    .map((finding) => finding.line)
    .sort((a, b) => a - b)

describe('the lint rule', () => {
  // Line n of a room's probe imports the n-th room, so a finding's line says which import was refused.
  const imports = (from: string): string =>
    importable.map((to) => `import '${from === 'index' ? './' : '../'}${to}/probe.ts'\n`).join('')
  const findings = lintProbe(Object.fromEntries(roomOrder.map((from) => [probeFile(from), imports(from)])))

  test.each(roomOrder)('lets %s import the rooms above it and refuses the others', (from) => {
    const own = findings.filter((finding) => finding.file === probeFile(from))
    const refused = byLine(own, 'plugin').map((line) => importable[line - 1])
    expect(refused).toEqual(importable.filter((to) => !mayImport(from, to)))
  })

  test('sees every way to import, from a folder of a room too', () => {
    const found = lintProbe({
      'src/graph/deep/probe.ts': [
        "import { a } from '../../check/a.ts'",
        "import type { A } from '../../check/a.ts'",
        "export { a as b } from '../../check/a.ts'",
        "export * from '../../check/a.ts'",
        "export const later: Promise<unknown> = import('../../check/a.ts')",
        "export type B = import('../../check/a.ts').B",
        "export type C = typeof import('../../check/a.ts')",
        "import { d } from 'flowspec'",
        "import { e } from 'flowspec/dataworks'",
        "import { f } from '../other/f.ts'",
        "import { g } from '../../model/g.ts'",
      ].join('\n'),
      'src/graph/probe.cjs': "require('../check/a.cjs')\nrequire('../model/a.cjs')",
    })
    expect(
      byLine(
        found.filter((finding) => finding.file.endsWith('.ts')),
        'plugin',
      ),
    ).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(
      byLine(
        found.filter((finding) => finding.file.endsWith('.cjs')),
        'plugin',
      ),
    ).toEqual([1])
  })

  test('keeps Node, undeclared packages, ajv, a second luxon and printing out of the core', () => {
    const text = "import 'node:fs'\nimport 'luxon'\nimport 'esbuild'\nconsole.log(1)\nexport default 1\nimport 'ajv'\n"
    const found = lintProbe({ 'src/check/probe.ts': text })
    expect(byLine(found, 'lint/correctness/noNodejsModules')).toEqual([1])
    expect(byLine(found, 'lint/style/noRestrictedImports')).toEqual([2, 6])
    expect(byLine(found, 'lint/correctness/noUndeclaredDependencies')).toEqual([3])
    expect(byLine(found, 'lint/suspicious/noConsole')).toEqual([4])
    expect(byLine(found, 'lint/style/noDefaultExport')).toEqual([5])
  })

  test('refuses modules that import each other', () => {
    const found = lintProbe({
      'src/graph/one.ts': "import { two } from './two.ts'\nexport const one: number = two\n",
      'src/graph/two.ts': "import { one } from './one.ts'\nexport const two: number = one\n",
    })
    expect(byLine(found, 'lint/suspicious/noImportCycles')).toEqual([1, 1])
  })
})

describe('the source itself, read without the linter', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) => /\.[cm]?[jt]s$/.test(path))
  const roomOf = (path: string): string =>
    path.includes(sep) ? path.slice(0, path.indexOf(sep)) : path.replace(/\.ts$/, '')

  test('has no room that the order does not name', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !roomOrder.includes(room))).toEqual([])
  })

  test('imports one way', () => {
    const wrong: string[] = []
    for (const file of files) {
      const text = readFileSync(join(src, file), 'utf8')
      for (const { fileName } of ts.preProcessFile(text, true, true).importedFiles) {
        const target = relative(src, join(src, dirname(file), fileName))
        if (fileName.startsWith('.') && !mayImport(roomOf(file), roomOf(target)))
          wrong.push(`${file} imports ${target}`)
      }
    }
    expect(wrong).toEqual([])
  })
})
