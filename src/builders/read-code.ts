import { createDiagnostic } from '../diagnostics/create-diagnostic.ts'
import type { BuildContext } from './build-context.ts'
import { nodePointer } from './pointers.ts'

/** The platform's module of a name, where there is a platform that has it: a browser has none. */
function fileSystem():
  | { fs: typeof import('node:fs'); path: typeof import('node:path'); url: typeof import('node:url') }
  | undefined {
  if (typeof process === 'undefined' || typeof process.getBuiltinModule !== 'function') return undefined
  return {
    fs: process.getBuiltinModule('node:fs'),
    path: process.getBuiltinModule('node:path'),
    url: process.getBuiltinModule('node:url'),
  }
}

function readText(place: string | URL, baseDir: string | URL | undefined): string {
  const platform = fileSystem()
  if (platform === undefined) throw new Error('this platform has no file system')
  const { fs, path, url } = platform
  const base =
    baseDir === undefined ? process.cwd() : typeof baseDir === 'string' ? baseDir : url.fileURLToPath(baseDir)
  return fs.readFileSync(typeof place === 'string' ? path.resolve(base, place) : url.fileURLToPath(place), 'utf8')
}

/** The text of a code file; when it cannot be read, a diagnostic, and the code stays out of the document. */
export function readCode(
  place: string | URL,
  name: string,
  position: number,
  context: BuildContext,
): string | undefined {
  try {
    return readText(place, context.options.baseDir).replace(/^\uFEFF/, '')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const message = `The code file "${String(place)}" of node '${name}' cannot be read: ${why}.`
    const hint = 'A relative path counts from build({ baseDir }), by default the working directory.'
    const path = `${nodePointer(position, context)}/script/content`
    const subject = { kind: 'node', name }
    context.report(createDiagnostic({ rule: 'code/file-unreadable', severity: 'error', message, hint, path, subject }))
    return undefined
  }
}
