import { randomUUID } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import type { ArgumentKind } from '../../diagnostics/arguments.ts'
import { cut, showError, showValue } from '../../diagnostics/show-value.ts'

export const fileKind: ArgumentKind = {
  takes: 'the path of a file, as text or as a file: URL',
  holds: (value) => (typeof value === 'string' && value.trim() !== '' && !value.includes('\0')) || isFileUrl(value),
}

function isFileUrl(value: unknown): boolean {
  return value instanceof URL && value.protocol === 'file:'
}

/**
 * The text of a file; undefined when there is no such file.
 *
 * @param call - the function that was given the file, for messages
 * @throws TypeError with its cause when the file is there and cannot be read
 */
export async function readOptional(call: string, file: string | URL): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new TypeError(`${call}: the file ${showValue(String(file))} cannot be read: ${cut(showError(error), 200)}`, {
      cause: error,
    })
  }
}

/**
 * The value that JSON stands for.
 *
 * @param fault - what is said of text that is none
 * @throws TypeError with its cause
 */
export function parsedJson(text: string, fault: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new TypeError(fault, { cause })
  }
}

/** Writes a value as JSON, whole or not at all: whoever reads the file meanwhile finds the one before. */
export async function writeJsonFile(file: string | URL, value: unknown): Promise<void> {
  const beside = file instanceof URL ? new URL(`${file.href}.${randomUUID()}`) : `${file}.${randomUUID()}`
  try {
    await writeFile(beside, `${JSON.stringify(value, undefined, 2)}\n`, { flag: 'wx' })
    await rename(beside, file)
  } finally {
    await rm(beside, { force: true })
  }
}
