import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { projectFolder } from '../../scripts/build/entry-points.ts'

/** The rooms of src/ from top to bottom; `index` stands for src/index.ts, so what stands below it is not in the core. */
const rooms: readonly string[] = [
  ...['diagnostics', 'language', 'schedule', 'document', 'yaml', 'graph', 'check', 'builders', 'simulate', 'index'],
  ...['templates', 'dataworks', 'emulator'],
]

const src = join(projectFolder, 'src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) => /\.[cm]?[jt]s$/.test(path))

const roomOf = (path: string): string =>
  path.includes(sep) ? path.slice(0, path.indexOf(sep)) : path.replace(/\.ts$/, '')

/** Whether a file of one room may import one of another: a room imports only rooms above it. */
function mayImport(from: string, to: string): boolean {
  // The emulator judges what the adapter sends, so it shares no code with it.
  if (from === 'emulator' && to === 'dataworks') return false
  return from === to ? from !== 'index' : to !== 'index' && rooms.indexOf(to) < rooms.indexOf(from)
}

/** What the files of src import, types too. */
function* imports(): Generator<{ readonly file: string; readonly specifier: string }> {
  for (const file of files) {
    const text = readFileSync(join(src, file), 'utf8')
    for (const { fileName } of ts.preProcessFile(text, true, true).importedFiles) yield { file, specifier: fileName }
  }
}

describe('the rooms of src', () => {
  test('are those that the order names', () => {
    expect(new Set(files.map(roomOf))).toEqual(new Set(rooms))
  })

  test('import only rooms above them', () => {
    const wrong: string[] = []
    for (const { file, specifier } of imports()) {
      const target = relative(src, join(src, dirname(file), specifier))
      if (specifier.startsWith('.') && !mayImport(roomOf(file), roomOf(target))) wrong.push(`${file} → ${target}`)
    }
    expect(wrong).toEqual([])
  })

  test('do not import the package by its name, which leads to a second copy of everything', () => {
    expect([...imports()].filter(({ specifier }) => /^flowspec(?:\/|$)/.test(specifier))).toEqual([])
  })
})
