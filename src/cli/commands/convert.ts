import { printable } from '../../diagnostics/show-value.ts'
import type { NotCarried } from '../../document/convert/conversion.ts'
import { convertSpec } from '../../document/convert/convert-spec.ts'
import { readSpec } from '../../document/read-spec.ts'
import type { EntityName } from '../../language/generated/entity-name.ts'
import type { CommandCall, CommandDefinition } from '../command.ts'
import { UsageError } from '../command-error.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { configOption, environmentOption, pathsArgument } from '../shared-options.ts'
import { type FoundDocument, subjectOf } from '../sources/documents-of.ts'
import { loadDocuments } from '../sources/load-documents.ts'
import { writeDocuments } from '../text/document-files.ts'
import { paletteOf } from '../text/palette.ts'
import { count, listed } from '../text/words.ts'

const versions = ['1.1.0', '1.2.0', '2.0.0'] as const

/** The document that a place in the list of them is in, and the rest of the place. */
function shown({ path, reason }: NotCarried, documents: readonly FoundDocument[]): string {
  const [, at = '', rest = ''] = /^\/(\d+)(.*)$/s.exec(path) ?? []
  return printable(`${documents[Number(at)]?.uri ?? ''} at ${rest}: ${reason}`)
}

const nouns: Partial<Readonly<Record<EntityName, string>>> = {
  Workflow: 'workflow',
  Node: 'node',
  FileResource: 'resource',
  Function: 'function',
  Component: 'component',
}

/** What the documents of a version are about, counted: `1 workflow and 2 nodes`. */
function subjectsOf(documents: readonly object[]): string {
  const counts = new Map<string, number>()
  for (const document of documents) {
    const subject = subjectOf(readSpec(document))
    const noun = (subject && nouns[subject.name]) ?? 'other document'
    counts.set(noun, (counts.get(noun) ?? 0) + 1)
  }
  return listed([...counts].map(([noun, number]) => count(number, noun)))
}

/** Says why several documents come of what was given: version 2.0.0 has one for each entity. */
function whySeveral(given: number, converted: readonly object[], version: string): string {
  const become = given === 1 ? 'The document becomes' : `The ${given} documents become`
  const what = `${become} ${converted.length} of version ${version}: ${subjectsOf(converted)}.`
  if (version === '2.0.0') return `${what} That version has a document for each workflow, each node and each resource.`
  return given === converted.length ? `There are ${given} documents.` : what
}

async function run(call: CommandCall): Promise<ExitCode> {
  const { console, options } = call
  const version = versions.find((one) => one === options.text('to'))
  if (version === undefined && options.text('format') === undefined) {
    throw new UsageError('There is nothing to convert to.', {
      next: `Name a version, --to ${versions.join(', --to ')}, or a format, --format json or --format yaml.`,
    })
  }
  const documents = await loadDocuments(call)
  if (version === undefined) {
    await writeDocuments(call, documents)
    return exitCodes.clean
  }
  const given = documents.map(({ document }) => document)
  const converted = convertSpec(given, { version })
  await writeDocuments(
    call,
    converted.documents.map((document) => ({ document })),
    () => whySeveral(given.length, converted.documents, version),
  )
  const palette = paletteOf(console.tellsColors)
  for (const lost of converted.notCarried) console.tell(`${palette.warning('not carried')} ${shown(lost, documents)}\n`)
  return exitCodes.clean
}

/** `flowspec convert`: documents in another version or format. */
export const convert: CommandDefinition = {
  about:
    'Converts documents to another version of FlowSpec, or between JSON and YAML, and tells what is not carried over.',
  arguments: [pathsArgument],
  options: [
    environmentOption,
    configOption,
    { flags: '--to <version>', about: 'version of FlowSpec', choices: versions },
    { flags: '--format <format>', about: 'how documents are written; json when left out', choices: ['json', 'yaml'] },
    { flags: '--out <folder>', about: 'write a file for each document there' },
  ],
  examples: [
    { call: 'flowspec convert orders.json --format yaml', does: 'prints a document as YAML' },
    {
      call: 'flowspec convert bundles --to 2.0.0 --out split',
      does: 'writes a document for each entity of all bundles',
    },
  ],
  run,
}
