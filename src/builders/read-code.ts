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

/** Whose code is read, for faults. */
export interface CodeOwner {
  readonly kind: string
  readonly name: string
}

/**
 * The text of a code file; when it cannot be read, a diagnostic, and the code stays out of the document.
 *
 * @param path - JSON Pointer of the field the code goes into
 */
export function readCodeOf(
  owner: CodeOwner,
  place: string | URL,
  path: string,
  { options, report }: Pick<BuildContext, 'options' | 'report'>,
): string | undefined {
  try {
    return readText(place, options.baseDir).replace(/^\uFEFF/, '')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const message = `The code file "${String(place)}" of ${owner.kind} '${owner.name}' cannot be read: ${why}.`
    const hint = 'A relative path counts from build({ baseDir }), by default the working directory.'
    report(
      createDiagnostic({ rule: 'code/file-unreadable', severity: 'error', message, hint, path, subject: { ...owner } }),
    )
    return undefined
  }
}

/** The text of the code file of a node. */
export function readCode(
  place: string | URL,
  name: string,
  position: number,
  context: BuildContext,
): string | undefined {
  return readCodeOf({ kind: 'node', name }, place, `${nodePointer(position, context)}/script/content`, context)
}
