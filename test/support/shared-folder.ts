import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * The folder of reference documents and test vectors beside this project, when there is one. Tests that read it are
 * skipped where it is absent; everything this project promises is also tested without it.
 */
export const sharedFolder: string | undefined = [fileURLToPath(new URL('../../../shared/', import.meta.url))].find(
  (folder) => existsSync(`${folder}vectors`),
)

/** The path of one reference file; only call it in a test that is skipped when {@link sharedFolder} is undefined. */
export function sharedFile(path: string): string {
  if (sharedFolder === undefined) throw new Error(`the reference folder is absent, so ${path} cannot be read`)
  return `${sharedFolder}${path}`
}
