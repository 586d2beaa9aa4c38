import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { projectFolder } from '../../src/tooling/entry-points.ts'
import type { Bound } from './bound.ts'

const relativeImport = /(?:from|import)\s*["'](\.{1,2}\/[^"']+)["']/g

/** A built module and every module of the package it loads. */
function ownModules(entry: string): string[] {
  const files = [entry]
  for (const file of files) {
    if (!file.endsWith('.js')) continue
    for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(relativeImport)) {
      const path = join(dirname(file), target)
      if (!files.includes(path)) files.push(path)
    }
  }
  return files
}

/** The core's own code, compressed, without its dependencies. */
export function benchSize(): Bound[] {
  const files = ownModules(join(projectFolder, 'dist/index.js'))
  const bytes = gzipSync(Buffer.concat(files.map((file) => readFileSync(file))), { level: 9 }).length
  const detail = `${bytes} bytes in ${files.length} files`
  return [{ name: 'own code of the core, kB gzip', value: bytes / 1000, most: 45, detail }]
}
