import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { type EntryPoint, projectFolder } from './entry-points.ts'

const declarationOfScript: readonly (readonly [script: string, declaration: string])[] = [
  ['.cjs', '.d.cts'],
  ['.mjs', '.d.mts'],
  ['.js', '.d.ts'],
]

function compilerOptions(): ts.CompilerOptions {
  const { config, error } = ts.readConfigFile(`${projectFolder}tsconfig.json`, ts.sys.readFile)
  if (error !== undefined) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'))
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, projectFolder)
  return { ...options, stripInternal: true }
}

function emit(file: string, options: ts.CompilerOptions): string {
  const text = readFileSync(file, 'utf8')
  if (/\.d\.[cm]?ts$/.test(file)) return text
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(text, {
    fileName: file,
    compilerOptions: options,
    reportDiagnostics: true,
  })
  const [first] = diagnostics
  if (first !== undefined) throw new Error(`${file}: ${ts.flattenDiagnosticMessageText(first.messageText, '\n')}`)
  return outputText
}

/** The source of the declarations behind one relative import: the module itself, or those beside a script. */
function sourceOf(path: string, importer: string): string {
  const [script, declaration] = declarationOfScript.find(([extension]) => path.endsWith(extension)) ?? ['', '']
  const source = path.slice(0, path.length - script.length) + declaration
  if (!existsSync(source)) throw new Error(`${importer} imports ${path}, whose declarations are not there`)
  return source
}

/**
 * Writes the declarations that users of the entries can reach, and no others. The sources hold to
 * `isolatedDeclarations`, so each file is emitted alone, without a type check (`npm run typecheck` does that).
 * The emitter leaves `./x.ts` in imports as it is; they become `./x.js`, which every resolution understands.
 */
export function emitDeclarations(entries: readonly EntryPoint[], outFolder: string): void {
  const options = compilerOptions()
  const queue = new Set(entries.map((entry) => join(projectFolder, entry.source)))
  for (const file of queue) {
    let text = emit(file, options)
    for (const { fileName, pos } of ts.preProcessFile(text, true, true).importedFiles.reverse()) {
      if (!fileName.startsWith('.')) continue
      queue.add(sourceOf(join(dirname(file), fileName), file))
      // `pos` is the opening quote's place.
      const [start, end] = [pos + 1, pos + 1 + fileName.length]
      text = text.slice(0, start) + fileName.replace(/(?<!\.d)\.ts$/, '.js') + text.slice(end)
    }
    const target = join(outFolder, relative(`${projectFolder}src`, file)).replace(/(?<!\.d)\.ts$/, '.d.ts')
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, text)
  }
}
