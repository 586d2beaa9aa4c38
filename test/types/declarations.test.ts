import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { compile, settings } from './compile.ts'

const imports = "import { odpsSql, virtual, type Workflow, workflow } from 'flowspec'"
const start = "const start = virtual('start')"
const orders = "workflow('orders').cron('00 02 00 * * ?').nodes(start, odpsSql('ods').after(start))"

/** What the compiler writes for those who import a program. */
function declarationsOf(body: string): string {
  const file = join(import.meta.dirname, 'declared.ts')
  const host = ts.createCompilerHost(settings)
  const { getSourceFile } = host
  host.getSourceFile = (path, target, ...rest) =>
    path === file ? ts.createSourceFile(path, body, target) : getSourceFile.call(host, path, target, ...rest)
  const program = ts.createProgram(
    [file],
    { ...settings, declaration: true, emitDeclarationOnly: true, noEmit: false },
    host,
  )
  let text = ''
  program.emit(program.getSourceFile(file), (_, written) => {
    text = written
  })
  return text
}

describe('those who import a workflow know the names of its nodes', () => {
  it('by the declarations that the compiler makes', () => {
    const text = declarationsOf(`${imports}\n${start}\nexport const orders = ${orders}`)
    expect(text).toMatch(/orders: Workflow<"(?:start" \| "ods|ods" \| "start)", "CycleWorkflow">/)
  })

  it('by the type that `isolatedDeclarations` asks for', () => {
    const body = `${imports}\n${start}\nexport const orders: Workflow<'start' | 'ods'> = ${orders}`
    const { diagnostics, outputText } = ts.transpileDeclaration(body, {
      fileName: join(import.meta.dirname, 'declared.ts'),
      compilerOptions: { ...settings, declaration: true, isolatedDeclarations: true },
      reportDiagnostics: true,
    })
    expect(diagnostics).toEqual([])
    expect(outputText).toContain("orders: Workflow<'start' | 'ods'>")
  })

  const typed = `${imports}\n${start}\nexport const orders: Workflow<'start' | 'ods'> = ${orders}\n`
  const { errors } = compile([
    `${typed}export const late = odpsSql('late').after(orders.outputOf('ods'), orders.outputOf())`,
    `${typed}export const late = odpsSql('late').after(orders.outputOf('gone'))`,
    `${imports}\n${start}\nexport const orders: Workflow<'start'> = ${orders}; orders.outputOf('ods')`,
  ])

  it('so that an output of a node compiles, and of one that is not there does not', () => {
    expect(errors[0]).toEqual([])
    expect(errors[1]?.map(({ at }) => at)).toEqual(["'gone'"])
  })

  it('and a type may name fewer than there are, but then outputs of these alone', () => {
    expect(errors[2]?.map(({ at }) => at)).toEqual(["'ods'"])
  })
})
