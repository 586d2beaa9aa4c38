import type { FoundFile } from '../operations/legacy/files.ts'
import type { FileContent } from './node-file.ts'

/** Settings of a file, of which the name and the type never change. */
export type ChangedSettings = Omit<Partial<FileContent>, 'fileName' | 'fileType'>

/** Settings that a file is told and no answer shows again, so that nobody knows whether they changed. */
const unseen: ReadonlySet<string> = new Set(['resourceGroupIdentifier'])

/** The end of all schedules, in milliseconds since 1970: 9999-01-01 in China. */
const forever = Date.parse('9999-01-01T00:00:00+08:00')

/**
 * What a setting is told that the code has no more: an empty text, or what means none. The reference calls ALL_ALLOWED the
 * default of reruns. Owners, outputs and crons are not among them: the service gives every file these.
 */
const none: ChangedSettings = {
  autoRerunIntervalMillis: 0,
  autoRerunTimes: 0,
  connectionName: '',
  content: '',
  endEffectDate: forever,
  fileDescription: '',
  inputList: '',
  paraValue: '',
  rerunMode: 'ALL_ALLOWED',
  startEffectDate: 0,
  startImmediately: false,
}

/** A list with commas between its words says the same in any order. */
const lists: ReadonlySet<string> = new Set(['inputList', 'outputList'])

/** What a file says already, in the words of what it is told. */
function currentOf({ file, nodeConfiguration }: FoundFile): Readonly<Record<string, unknown>> {
  const { inputList, outputList, ...plain } = nodeConfiguration
  return {
    ...plain,
    ...file,
    inputList: inputList.map(({ input }) => input).join(','),
    outputList: outputList.map(({ output }) => output).join(','),
  }
}

function isSame(field: string, said: unknown, wanted: unknown): boolean {
  const [left, right] = [String(said ?? ''), String(wanted)]
  if (left === right || !lists.has(field)) return left === right
  return left.split(',').sort().join(',') === right.split(',').sort().join(',')
}

/** Settings that a file has, and the code no longer. */
export function keptSettings(content: FileContent, found: FoundFile): readonly string[] {
  const current = currentOf(found)
  const wanted = new Map<string, unknown>(Object.entries(content))
  return Object.entries(none).flatMap(([field, empty]) => {
    const said = current[field]
    const isLeft = wanted.get(field) === undefined && said !== undefined && said !== ''
    return isLeft && !isSame(field, said, empty) ? [field] : []
  })
}

/**
 * What a file has to be told so that it says what the code says; undefined when it says that already.
 *
 * @param kept - its settings that the code has no more, as {@link keptSettings} finds them
 */
export function changedSettings(
  content: FileContent,
  found: FoundFile,
  kept: readonly string[],
): ChangedSettings | undefined {
  const { fileName: _, fileType: __, ...settings } = content
  const current = currentOf(found)
  const differs = Object.entries(settings).some(
    ([field, value]) => value !== undefined && !unseen.has(field) && !isSame(field, current[field], value),
  )
  if (!differs && kept.length === 0) return undefined
  return { ...settings, ...Object.fromEntries(Object.entries(none).filter(([field]) => kept.includes(field))) }
}
