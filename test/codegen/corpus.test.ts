import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { type ReadDocument, readSpec, writeJson } from 'flowspec'
import { toCode } from 'flowspec/codegen'
import { readYaml } from 'flowspec/yaml'
import { afterAll, describe, expect, it } from 'vitest'
import { entryPoints, projectFolder } from '../../scripts/build/entry-points.ts'
import { sharedFile, sharedFolder } from '../support/shared-folder.ts'
import { documentsOf, linesInside, ProjectFolder } from './support/generated-project.ts'

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
    const settings = {
      extends: `${projectFolder}test/tsconfig.json`,
      compilerOptions: {
        rootDir: '/',
        noImplicitAny: true,
        allowImportingTsExtensions: true,
        typeRoots: [`${projectFolder}node_modules/@types`],
        paths: Object.fromEntries(entryPoints().map(({ specifier, source }) => [specifier, [projectFolder + source]])),
      },
      include: [`${folder.path}/**/*.ts`],
    }
    writeFileSync(`${folder.path}/package.json`, '{"type":"module"}')
    writeFileSync(`${folder.path}/tsconfig.json`, JSON.stringify(settings))
    const compiler = `${projectFolder}node_modules/typescript-7/bin/tsc`
    const { stdout, stderr } = spawnSync(process.execPath, [compiler, '-p', folder.path], { encoding: 'utf8' })
    expect(stdout + stderr).toBe('')
  }, 120_000)

  it('hardly needs fields that the language does not know', () => {
    expect(counts.extra / counts.lines).toBeLessThanOrEqual(mostExtra)
  })
})
