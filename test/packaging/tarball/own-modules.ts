import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'

/** What one file of the package imports: files of the package by path, everything else by name. */
export function importsOf(file: string): { own: readonly string[]; foreign: readonly string[] } {
  const names = ts.preProcessFile(readFileSync(file, 'utf8'), true, true).importedFiles.map(({ fileName }) => fileName)
  const [own, foreign] = [true, false].map((relative) => names.filter((name) => name.startsWith('.') === relative))
  return { own: (own ?? []).map((name) => join(dirname(file), name)), foreign: foreign ?? [] }
}

/** The package's own files that a bundled entry loads. */
export function ownModules(entry: string): string[] {
  const files = new Set([entry])
  for (const file of files) for (const next of importsOf(file).own) files.add(next)
  return [...files]
}
