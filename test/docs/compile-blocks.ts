import { join } from 'node:path'
import ts from 'typescript'
import { projectFolder } from '../../scripts/build/entry-points.ts'
import type { CodeBlock } from './code-block.ts'

function settings(): ts.CompilerOptions {
  const file = join(projectFolder, 'test/tsconfig.json')
  const parsed = ts.getParsedCommandLineOfConfigFile(file, undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
      throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'))
    },
  })
  if (parsed === undefined) throw new Error(`${file} cannot be read`)
  // An example may declare what it does not go on to use.
  return { ...parsed.options, noUnusedLocals: false, moduleDetection: ts.ModuleDetectionKind.Force }
}

/** The file a block is compiled as: beside the one it stands in, so that relative paths mean what a reader expects. */
const fileOf = (block: CodeBlock): string => join(projectFolder, `${block.file}.${block.line}.ts`)

function host(options: ts.CompilerOptions, codes: ReadonlyMap<string, string>): ts.CompilerHost {
  const base = ts.createCompilerHost(options)
  return {
    ...base,
    fileExists: (file) => codes.has(file) || base.fileExists(file),
    readFile: (file) => codes.get(file) ?? base.readFile(file),
    getSourceFile: (file, target, ...rest) => {
      const code = codes.get(file)
      return code === undefined ? base.getSourceFile(file, target, ...rest) : ts.createSourceFile(file, code, target)
    },
  }
}

function describeError({ file, start, messageText }: ts.Diagnostic, firstLine: number): string {
  const line = file === undefined || start === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line
  return `line ${firstLine + line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
}

/** Compiles the blocks, each a module of its own, against the source, and gives the errors of each. */
export function compileBlocks(blocks: readonly CodeBlock[]): ReadonlyMap<CodeBlock, readonly string[]> {
  const options = settings()
  const codes = new Map(blocks.map((block) => [fileOf(block), block.code]))
  const program = ts.createProgram([...codes.keys()], options, host(options, codes))
  return new Map(
    blocks.map((block) => {
      const source = program.getSourceFile(fileOf(block))
      const errors = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
      return [block, errors.map((error) => describeError(error, block.line))]
    }),
  )
}
