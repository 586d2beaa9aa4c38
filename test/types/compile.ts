import { join } from 'node:path'
import ts from 'typescript'

const root = join(import.meta.dirname, '../..')
/** The settings of the tests. */
export const settings: ts.CompilerOptions = ts.parseJsonConfigFileContent(
  ts.readConfigFile(join(root, 'test/tsconfig.json'), ts.sys.readFile).config,
  ts.sys,
  join(root, 'test'),
).options

/** One error, with the source text it is attached to. */
export interface CompileError {
  readonly at: string
  readonly message: string
}

/** What the compiler says of programs: the errors of each, and how many type instantiations all took. */
export interface Compiled {
  readonly errors: readonly (readonly CompileError[])[]
  readonly instantiations: number
}

const read = new Map<string, ts.SourceFile | undefined>()

function hostOf(texts: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(settings)
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (path) => texts.has(path) || fileExists.call(host, path)
  host.readFile = (path) => texts.get(path) ?? readFile.call(host, path)
  host.getSourceFile = (path, target, ...rest) => {
    const text = texts.get(path)
    if (text !== undefined) return ts.createSourceFile(path, text, target)
    if (!read.has(path)) read.set(path, getSourceFile.call(host, path, target, ...rest))
    return read.get(path)
  }
  return host
}

/** Compiles programs, each as a file of its own in this folder, against the source. */
export function compile(texts: readonly string[]): Compiled {
  const files = new Map(texts.map((text, at) => [join(import.meta.dirname, `program-${at}.ts`), text]))
  const program = ts.createProgram([...files.keys()], { ...settings, noUnusedLocals: false }, hostOf(files))
  const errors = [...files].map(([file, text]) => {
    const source = program.getSourceFile(file)
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
    return found.map(({ start = 0, length = 0, messageText }) => ({
      at: text.slice(start, start + length),
      message: ts.flattenDiagnosticMessageText(messageText, '\n'),
    }))
  })
  return { errors, instantiations: program.getInstantiationCount() }
}
