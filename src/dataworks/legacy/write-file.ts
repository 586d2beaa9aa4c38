import type { DataWorksClient } from '../client/data-works-client.ts'
import { DataWorksError } from '../errors/data-works-error.ts'
import type { ListedFile } from '../operations/legacy/files.ts'
import type { WorkspaceCall } from '../workspace/workspace-call.ts'
import { changedSettings, keptSettings } from './changed-settings.ts'
import { createOrFind } from './create-or-find.ts'
import type { FileContent } from './node-file.ts'

/** A file of a business process. */
export interface SubmittedFile {
  readonly name: string
  readonly fileId: string
  readonly action: 'created' | 'unchanged' | 'updated'
  /**
   * Settings that the workflow has no more and the file still has, although it was told: `paraValue`, for instance. Take
   * them out in the console.
   */
  readonly kept: readonly string[]
}

/** A folder of a business process. */
export interface FilePlace extends WorkspaceCall {
  readonly fileFolderPath: string
}

async function findFile(
  client: DataWorksClient,
  fileName: string,
  { projectId, signal, fileFolderPath }: FilePlace,
): Promise<ListedFile | undefined> {
  const search = { projectId, fileFolderPath, exactFileName: fileName, needAbsoluteFolderPath: true }
  for await (const file of client.eachFile(search, { signal })) {
    if (file.fileName === fileName && !isBelow(file, fileFolderPath)) return file
  }
  return undefined
}

/** The words of a path, whatever slashes stand around them. */
function plainPath(path: string): string {
  return path
    .split('/')
    .filter((word) => word !== '')
    .join('/')
}

function isIn({ absoluteFolderPath = '' }: ListedFile, folder: string): boolean {
  return plainPath(absoluteFolderPath) === plainPath(folder)
}

/** Whether a file stands in a folder below one. What is not told, or in the words of another language, is not judged. */
function isBelow({ absoluteFolderPath = '' }: ListedFile, folder: string): boolean {
  return plainPath(absoluteFolderPath).startsWith(`${plainPath(folder)}/`)
}

/**
 * Makes a file, or changes what it says otherwise.
 *
 * @param listed - the files of the business process that have its name, wherever they stand
 */
export async function writeFile(
  client: DataWorksClient,
  content: FileContent,
  listed: readonly ListedFile[],
  place: FilePlace,
): Promise<SubmittedFile> {
  const { projectId, signal, fileFolderPath } = place
  const { fileName } = content
  const find = async () => (await findFile(client, fileName, place))?.fileId
  const there = listed.find((file) => isIn(file, fileFolderPath))?.fileId
  const { item: fileId, created } = await createOrFind(there ?? (listed.length === 0 ? undefined : await find()), {
    find,
    create: async () => {
      const made = { projectId, fileFolderPath, createFolderIfNotExists: true, ...content }
      const { id } = await client.createFile(made, { signal })
      return id ?? (await find()) ?? nameless(fileName)
    },
  })
  const read = async () => await client.getFile({ projectId, fileId }, { signal })
  const found = await read()
  const file = { name: fileName, fileId, kept: [] }
  const left = keptSettings(content, found)
  // What a lost answer left behind may be another's of the same name, so it is compared too.
  const changes = changedSettings(content, found, left)
  if (changes === undefined) return { ...file, action: created ? 'created' : 'unchanged' }
  await client.updateFile({ projectId, fileId, fileFolderPath, fileName, ...changes }, { signal })
  // Nothing documented says that an empty text takes a setting away, so it is looked at.
  const kept = left.length === 0 ? [] : keptSettings(content, await read())
  return { ...file, kept, action: created ? 'created' : 'updated' }
}

/** A file that was made, as the service says, and that no list shows. */
function nameless(fileName: string): never {
  throw new DataWorksError({
    action: 'CreateFile',
    kind: 'unreadable-answer',
    code: 'NoFileId',
    message: `the answer has no id of the file '${fileName}', and no list shows it`,
    ambiguous: true,
    hint: 'Lists may lag behind: submit again, which finds the file by its name.',
  })
}

/** All files below a folder, listed once. */
export async function filesIn(
  client: DataWorksClient,
  { projectId, signal, fileFolderPath }: FilePlace,
): Promise<readonly ListedFile[]> {
  const found: ListedFile[] = []
  const search = { projectId, fileFolderPath, needAbsoluteFolderPath: true }
  for await (const file of client.eachFile(search, { signal })) found.push(file)
  return found
}
