import { writeJson } from '../../document/write-json.ts'
import type { CommandCall } from '../command.ts'
import { UsageError } from '../command-error.ts'
import { type FoundDocument, nameOf, subjectOf } from '../sources/documents-of.ts'
import { fileNameOf, writeFiles } from './write-results.ts'

/** Documents as text in the format that a call asks for. */
async function writerOf(format: string | undefined): Promise<(document: object) => string> {
  if (format !== 'yaml') return (document) => `${writeJson(document)}\n`
  const { writeYaml } = await import('../../yaml/write-yaml.ts')
  return writeYaml
}

/** What stands where one document is wanted: `There are 3 documents.` */
function numberOf(documents: readonly unknown[]): string {
  return documents.length === 1 ? 'There is 1 document.' : `There are ${documents.length || 'no'} documents.`
}

/**
 * Writes documents: into the folder that `--out` names, a file each, else the only one to standard output.
 *
 * @param why - says where there are several what they are, for somebody who may have given one
 * @throws UsageError for several documents without a folder, and for none
 */
export async function writeDocuments(
  call: CommandCall,
  documents: readonly Pick<FoundDocument, 'document'>[],
  why: () => string = () => numberOf(documents),
): Promise<void> {
  const { console, options } = call
  const format = options.text('format')
  const write = await writerOf(format)
  const out = options.text('out')
  if (out === undefined) {
    const [only, ...others] = documents
    if (only === undefined)
      throw new UsageError(numberOf(documents), { next: 'Name others: documents, modules, folders.' })
    if (others.length > 0) throw new UsageError(why(), { next: 'Name a folder for them: --out <folder>.' })
    console.write(write(only.document))
    return
  }
  const taken = new Set<string>()
  const extension = format === 'yaml' ? 'yaml' : 'json'
  const files = documents.map(({ document }): readonly [string, string] => {
    return [`${fileNameOf(nameOf(subjectOf(document)), taken)}.${extension}`, write(document)]
  })
  writeFiles(call, out, new Map(files))
}
