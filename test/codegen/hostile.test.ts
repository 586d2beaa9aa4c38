import { join } from 'node:path'
import fc from 'fast-check'
import { odpsSql, readSpec, shell, workflow, writeJson } from 'flowspec'
import { importFiles, toCode } from 'flowspec/codegen'
import ts from 'typescript'
import { afterAll, describe, expect, it } from 'vitest'
import { ProjectFolder } from './support/generated-project.ts'

const folder = new ProjectFolder()
afterAll(() => folder.remove())

/** Texts that would get out of literals, comments, paths and imports if they were not kept in. */
const hostile: readonly string[] = [
  '`${process.exit(1)}`',
  "'); process.exit(1); ('",
  '"); process.exit(1); ("',
  '*/ process.exit(1) /*',
  '</script><script>alert(1)</script>',
  '<!-- x',
  '../../../etc/passwd',
  '..\\..\\x',
  '/absolute/path',
  'a\u0000b',
  'line\nbreak\r\nand\u2028more\u2029',
  '\u202Eevil\u2066',
  '\uD800 half',
  '\uFEFFmark',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'await',
  'default',
  'import',
  'workflow',
  'odpsSql',
  'readSpec',
  'index',
  'con',
  '订单_每日',
  '😀',
  '👩‍👩‍👧',
  '1st',
  '',
  ' ',
  '\\',
  "\\'",
  '\\u0022',
  '${name}',
  'x'.repeat(300),
]

const text = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.tuple(fc.constantFrom(...hostile), fc.constantFrom(...hostile)).map(([left, right]) => left + right),
)
const scalar = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.constant(12345678901234567890n))
const loose = fc.dictionary(text, fc.oneof(scalar, fc.array(scalar, { maxLength: 2 })), { maxKeys: 3 })

const node = fc.record(
  {
    id: text,
    name: text,
    owner: text,
    description: text,
    script: fc.record(
      {
        path: text,
        language: fc.oneof(text, fc.constant('odps-sql')),
        runtime: fc.record({ command: fc.oneof(text, fc.constantFrom('ODPS_SQL', 'DIDE_SHELL', 'CONTROLLER_BRANCH')) }),
        content: fc.oneof(text, scalar),
        parameters: fc.array(loose, { maxLength: 2 }),
      },
      { requiredKeys: [] },
    ),
    trigger: fc.oneof(fc.record({ type: fc.constant('Scheduler'), cron: text }), loose),
    metadata: loose,
    outputs: fc.record({ nodeOutputs: fc.array(fc.record({ data: text, artifactType: fc.constant('NodeOutput') })) }),
  },
  { requiredKeys: [] },
)

const nodes = fc.array(node, { maxLength: 3 })
const depends = fc.array(fc.record({ nodeId: text, depends: fc.array(fc.record({ type: text, output: text })) }), {
  maxLength: 2,
})
const document = fc.record(
  {
    kind: fc.oneof(text, fc.constantFrom('CycleWorkflow', 'Node', 'ManualWorkflow')),
    version: fc.oneof(text, fc.constantFrom('1.1.0', '2.0.0')),
    spec: fc.record(
      {
        name: text,
        nodes,
        flow: depends,
        workflows: fc.array(
          fc.record({ name: text, nodes, dependencies: depends, owner: text }, { requiredKeys: [] }),
          {
            maxLength: 2,
          },
        ),
      },
      { requiredKeys: [] },
    ),
    metadata: loose,
  },
  { requiredKeys: ['spec'] },
)

const plainPath = /^(?:[A-Za-z0-9_-]+\/)?[A-Za-z0-9_-]+\.(?:ts|sql|py|sh|json)$/

/** The statements a generated module may have: imports of the package, and constants made by calls. */
function isCalm(code: string): boolean {
  const file = ts.createSourceFile('index.ts', code, ts.ScriptTarget.ESNext, true)
  const faults = (file as unknown as { readonly parseDiagnostics: readonly unknown[] }).parseDiagnostics
  const isKnown = (statement: ts.Statement): boolean =>
    ts.isImportDeclaration(statement)
      ? /^"(?:flowspec(?:\/schedule)?|node:fs|\.\/(?:workflows\/)?[\w-]+\.ts)"$/.test(
          statement.moduleSpecifier.getText(),
        )
      : ts.isVariableStatement(statement) || ts.isExportAssignment(statement)
  return faults.length === 0 && file.statements.every(isKnown)
}

/** Calls in generated code are of imported functions, of methods of what they give, and of URL. */
function callees(code: string): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (one: ts.Node): void => {
    if (ts.isCallExpression(one) && ts.isIdentifier(one.expression)) found.add(one.expression.text)
    if (ts.isNewExpression(one)) found.add(`new ${one.expression.getText()}`)
    if (ts.isTemplateExpression(one) || ts.isNoSubstitutionTemplateLiteral(one)) found.add('a template')
    ts.forEachChild(one, visit)
  }
  visit(ts.createSourceFile('index.ts', code, ts.ScriptTarget.ESNext, true))
  return found
}

const isThorough = process.env['FLOWSPEC_THOROUGH'] !== undefined
/** Ten in a thorough run. */
const megabytes = isThorough ? 10 : 1
const runs = isThorough ? 20_000 : 150

describe('documents with hostile texts', () => {
  it('get out of no path, literal, comment or import, and are built again', () => {
    const imported = /^(?:new URL|[a-z]\w*)$/
    fc.assert(
      fc.property(fc.array(document, { minLength: 1, maxLength: 2 }), (documents) => {
        const { files } = toCode(documents, { header: '*/\u2028process.exit()' })
        for (const [path, code] of Object.entries(files)) {
          expect(path).toMatch(plainPath)
          if (!path.endsWith('.ts')) continue
          expect(isCalm(code), code).toBe(true)
          for (const name of callees(code)) expect(name).toMatch(imported)
          expect(code.replaceAll(/[\n\t]/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|<\/script|<!--/iu)
        }
        expect(toCode(documents, { header: '*/\u2028process.exit()' }).files).toEqual(files)
      }),
      { numRuns: runs, seed: 12 },
    )
  }, 20_000_000)

  it.each([
    ['names', 'x'],
    ['code', 'y'],
    ['descriptions', 'z'],
  ])('of megabytes in %s are written in seconds', (_, letter) => {
    const long = `${letter}"'\`\${`.repeat(megabytes * 180_000)
    const flow = workflow(letter === 'x' ? long : 'flow')
      .description(letter === 'z' ? long : '')
      .cron('00 00 02 * * ?')
      .nodes(odpsSql('load').code(letter === 'y' ? long : 'select 1'), shell('end').code('ls'))
    const document = readSpec(JSON.stringify(flow))
    const { files, notes } = toCode(document)
    expect(notes).toEqual([])
    expect(Object.keys(files)).toEqual(['index.ts', 'sh/end.sh', 'sql/load.sql'])
    expect(writeJson(document).length).toBeGreaterThan(megabytes * 1_000_000)
  })

  it('of a megabyte of spaces are written in seconds', () => {
    const spaces = `a${' '.repeat(megabytes * 1_000_000)}b`
    const flow = workflow('flow').description(spaces).cron('00 00 02 * * ?').nodes(shell('end').code('ls'))
    expect(toCode(flow).files['index.ts']).toContain(spaces)
  })

  it('of megabytes are read from files of properties in seconds', () => {
    const node = { name: 'load', script: { path: 'load', runtime: { command: 'ODPS_SQL' } }, owner: '${spec.owner}' }
    const wide = ' '.repeat(megabytes * 1_000_000)
    folder.write('wide', {
      'load.spec.json': JSON.stringify({ version: '2.0.0', kind: 'Node', spec: { nodes: [node] } }),
      'dataworks.properties': `a${wide}b\n${wide}c\nspec.owner${wide}=${wide}retail${wide}\n# spec.owner=other\n=x\n`,
    })
    const { documents: read } = importFiles(join(folder.path, 'wide'))
    expect(read).toMatchObject([{ spec: { nodes: [{ owner: 'retail' }] } }])
  })
})
