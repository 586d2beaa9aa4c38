import { createDiagnostic } from '../../diagnostics/diagnostic.ts'
import { type BuildContext, nodePointer } from './context.ts'

/** The text of a file, where the platform has files: a browser has none. */
function readFile(place: string | URL, baseDir: string | URL | undefined): string {
  if (typeof process === 'undefined' || typeof process.getBuiltinModule !== 'function') {
    throw new Error('this platform has no file system')
  }
  const { resolve } = process.getBuiltinModule('node:path')
  const { fileURLToPath } = process.getBuiltinModule('node:url')
  const pathOf = (one: string | URL): string => (typeof one === 'string' ? one : fileURLToPath(one))
  // Nothing stands for the working directory.
  return process.getBuiltinModule('node:fs').readFileSync(resolve(pathOf(baseDir ?? ''), pathOf(place)), 'utf8')
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
    return readFile(place, options.baseDir).replace(/^\uFEFF/, '')
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
