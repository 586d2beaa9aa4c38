import { createDiagnostic } from '../../diagnostics/diagnostic.ts'
import type { BuildContext } from './context.ts'

interface ReadFile {
  readonly path: string
  readonly text: string
}

/** The text of a file, where the platform has files: a browser has none. */
function readFile(file: string | URL, baseDir: string | URL | undefined): ReadFile {
  if (typeof process === 'undefined' || typeof process.getBuiltinModule !== 'function') {
    throw new Error('this platform has no file system')
  }
  const { resolve } = process.getBuiltinModule('node:path')
  const { fileURLToPath } = process.getBuiltinModule('node:url')
  const pathOf = (one: string | URL): string => (typeof one === 'string' ? one : fileURLToPath(one))
  // Nothing stands for the working directory.
  const path = resolve(pathOf(baseDir ?? ''), pathOf(file))
  return { path, text: process.getBuiltinModule('node:fs').readFileSync(path, 'utf8') }
}

/** Whose code is read, for faults. */
export interface CodeOwner {
  readonly kind: string
  readonly name: string
}

/**
 * The text of a code file; when it cannot be read, a diagnostic, and the code stays out of the document.
 *
 * @param pointer - JSON Pointer of the field the code goes into
 */
export function readCode(
  file: string | URL,
  owner: CodeOwner,
  pointer: string,
  { options, report, trace }: Pick<BuildContext, 'options' | 'report' | 'trace'>,
): string | undefined {
  try {
    const { path, text } = readFile(file, options.baseDir)
    trace?.noteFile(pointer, path)
    return text.replace(/^\uFEFF/, '')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const message = `The code file "${String(file)}" of ${owner.kind} '${owner.name}' cannot be read: ${why}.`
    const hint = 'A relative path counts from build({ baseDir }), by default the working directory.'
    const subject = { ...owner }
    report(createDiagnostic({ rule: 'code/file-unreadable', severity: 'error', message, hint, path: pointer, subject }))
    return undefined
  }
}
