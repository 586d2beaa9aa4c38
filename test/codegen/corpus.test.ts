import { readFileSync } from 'node:fs'
import { type ReadDocument, readSpec, writeJson } from 'flowspec'
import { toCode } from 'flowspec/codegen'
import { readYaml } from 'flowspec/yaml'
import { afterAll, describe, expect, it } from 'vitest'
import { sharedFile, sharedFolder } from '../support/shared-folder.ts'
import { compilerErrors, documentsOf, linesInside, ProjectFolder } from './support/generated-project.ts'

/** The most of the generated code that may say fields which the types of the language do not know. */
const mostExtra = 0.02

/** The documents that the reference parser accepts. */
function acceptedFiles(): readonly string[] {
  if (sharedFolder === undefined) return []
  const rows = readFileSync(sharedFile('corpus/INDEX.tsv'), 'utf8').split('\n').slice(1)
  return rows.flatMap((row) => {
    const [file = '', , , , accepts = ''] = row.split('\t')
    return accepts === 'yes' || accepts.startsWith('not run') ? file : []
  })
}

function read(file: string): ReadDocument {
  const text = readFileSync(sharedFile(`corpus/${file}`), 'utf8')
  return file.endsWith('.json') ? readSpec(text) : readYaml(text)
}

const files = acceptedFiles()

describe.skipIf(files.length === 0)('real documents as code', () => {
  const folder = new ProjectFolder()
  const counts = { documents: 0, lines: 0, extra: 0, fields: 0 }
  afterAll(() => {
    folder.remove()
    const { documents, lines, extra, fields } = counts
    const share = (part: number): string => `${((100 * part) / lines).toFixed(2)} %`
    process.stdout.write(
      `\nreal documents as code: ${documents}, ${lines} lines, in .extra(…) ${share(extra)}, in .fields(…) ${share(fields)}\n`,
    )
  })

  it.each(files)('%s is built again by its code', async (file) => {
    const document = read(file)
    const made = toCode(document)
    expect(made.notes).toEqual([])
    expect(toCode(document)).toEqual(made)
    const built = await documentsOf(folder.write(file, made.files))
    expect(built).toEqual([document])
    expect(built.map((one) => writeJson(one as object))).toEqual([writeJson(document)])
    const code = made.files['index.ts'] ?? ''
    counts.documents += 1
    counts.lines += code.trimEnd().split('\n').length
    counts.extra += linesInside(code, 'extra')
    counts.fields += linesInside(code, 'fields')
  })

  it('compiles with the strictest settings', () => {
    expect(compilerErrors(folder)).toBe('')
  }, 120_000)

  it('hardly needs fields that the language does not know', () => {
    expect(counts.extra / counts.lines).toBeLessThanOrEqual(mostExtra)
  })
})
