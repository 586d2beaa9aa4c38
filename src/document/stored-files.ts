import { isRecord, recordsOf } from './json/records.ts'

/** The kinds of storage whose files the reference parser reads from the body. */
const storages: readonly string[] = ['oss', 'hdfs']

/** The files that stand in the body of a document by the kind of their storage, for others to refer to by id. */
export function storedFilesOf(spec: Readonly<Record<string, unknown>>): readonly Readonly<Record<string, unknown>>[] {
  const files = spec['files']
  return isRecord(files) ? storages.flatMap((storage) => recordsOf(files[storage])) : []
}
