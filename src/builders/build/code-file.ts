import { createDiagnostic } from '../../diagnostics/diagnostic.ts'
import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { printable, showError } from '../../diagnostics/show-value.ts'
import { NotUtf8Error, utf8Hint, utf8Text } from '../../document/utf8-text.ts'
import type { BuildContext } from './context.ts'

/** The path of a code file, where the platform has files: a browser has none. */
function pathOfFile(file: string | URL, baseDir: string | URL | undefined): string {
  if (typeof process === 'undefined' || typeof process.getBuiltinModule !== 'function') {
    throw new Error('this platform has no file system')
  }
  const { resolve } = process.getBuiltinModule('node:path')
  const { fileURLToPath } = process.getBuiltinModule('node:url')
  const pathOf = (one: string | URL): string => (typeof one === 'string' ? one : fileURLToPath(one))
  // Nothing stands for the working directory.
  return resolve(pathOf(baseDir ?? ''), pathOf(file))
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Why a file cannot be read, without its path, which the system says again. */
function reasonOf(error: unknown): string {
  return isMissing(error) ? 'there is no such file' : showError(error).replace(/, \w+ '.*'$/s, '')
}

/** The name in the folder of a file that its own may be a slip of; nothing where there is no such folder. */
function neighbourOf(path: string): string | undefined {
  const { basename, dirname } = process.getBuiltinModule('node:path')
  try {
    return didYouMean(basename(path), process.getBuiltinModule('node:fs').readdirSync(dirname(path)))
  } catch {
    // That the folder cannot be read either is no other fault than that of the file.
    return undefined
  }
}

/** What to do about a file that is not there. */
function wayOut(file: string | URL, path: string): string {
  const near = neighbourOf(path)
  if (near !== undefined) return `Did you mean "${printable(near)}"?`
  const isRelative = typeof file === 'string' && path !== file
  if (isRelative) return 'A relative path counts from build({ baseDir }), by default the working directory.'
  return 'Write the file, or name one that is there.'
}

function hintOf(error: unknown, file: string | URL, path: string | undefined): string | undefined {
  if (error instanceof NotUtf8Error) return utf8Hint
  return path === undefined || !isMissing(error) ? undefined : wayOut(file, path)
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
  let path: string | undefined
  try {
    path = pathOfFile(file, options.baseDir)
    const text = utf8Text(process.getBuiltinModule('node:fs').readFileSync(path))
    trace?.noteFile(pointer, path)
    return text.replace(/^\uFEFF/, '')
  } catch (error) {
    const shown = path ?? String(file)
    const message = `The code file "${printable(shown)}" of ${owner.kind} '${owner.name}' cannot be read: ${reasonOf(error)}.`
    const hint = hintOf(error, file, path)
    const parts = {
      rule: 'code/file-unreadable',
      severity: 'error',
      message,
      path: pointer,
      subject: { ...owner },
    } as const
    report(createDiagnostic(hint === undefined ? parts : { ...parts, hint }))
    return undefined
  }
}
