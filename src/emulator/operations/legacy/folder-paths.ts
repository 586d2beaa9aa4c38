import type { FolderRecord } from '../../state/legacy-studio.ts'
import type { BusinessRecord, Project } from '../../state/project.ts'
import { unknownFolder } from '../../wire/error-catalogue.ts'

/** The folder that business processes are in, in both languages of the service. */
const roots: ReadonlySet<string> = new Set(['Business_process', '业务流程'])

/** Below a business process there is a folder for each engine, which nobody has to make. */
const madeByItself = 3

/** A path with the English root, which both languages mean the same by. */
export function plainPath(path: string): string {
  const [root = '', ...rest] = path.split('/').filter((part) => part !== '')
  return [roots.has(root) ? 'Business_process' : root, ...rest].join('/')
}

/** The business process that a path leads into. */
export function businessOf(project: Project, path: string): BusinessRecord {
  const [root, name] = plainPath(path).split('/')
  const business = [...project.businesses.values()].find((one) => one.name === name)
  if (root !== 'Business_process' || business === undefined) throw unknownFolder(path)
  return business
}

/** The folder of a path, if it was made. */
export function folderAt(project: Project, path: string): FolderRecord | undefined {
  const wanted = plainPath(path)
  return [...project.legacy.folders.values()].find((folder) => plainPath(folder.path) === wanted)
}

/** Whether a path leads to something that is there. */
export function isThere(project: Project, path: string): boolean {
  return plainPath(path).split('/').length <= madeByItself || folderAt(project, path) !== undefined
}

/** Makes a folder, and those it is in. */
export function makeFolder(project: Project, path: string, nextId: () => string): FolderRecord {
  const parts = path.split('/').filter((part) => part !== '')
  let made: FolderRecord | undefined
  for (let depth = Math.min(madeByItself + 1, parts.length); depth <= parts.length; depth += 1) {
    const part = parts.slice(0, depth).join('/')
    made = folderAt(project, part) ?? { id: nextId(), path: part }
    project.legacy.folders.set(made.id, made)
  }
  return made ?? { id: nextId(), path }
}
