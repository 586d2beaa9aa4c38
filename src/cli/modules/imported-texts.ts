import { dirname, resolve } from 'node:path'
import { FileTexts } from '../sources/place-diagnostics.ts'

const relativeImport = /\b(?:from|import)\s*\(?\s*(['"])(\.{1,2}\/[^'"\n]+)\1/g

/** The text of a module, and where it stands. */
export interface ModuleText {
  readonly file: string
  readonly source: string
}

/** The texts of a module and of all that it imports by their paths, which are read and not run. */
export function* importedTexts(path: string): Generator<ModuleText> {
  const texts = new FileTexts()
  const files = new Set([path])
  for (const file of files) {
    // What a path of an import leads to may be a folder, or not be there.
    const source = texts.textOf(file)
    if (source === undefined) continue
    yield { file, source }
    for (const [, , specifier = ''] of source.matchAll(relativeImport)) files.add(resolve(dirname(file), specifier))
  }
}
