import { join } from 'node:path'
import ts from 'typescript'
import { projectFolder } from '../build/entry-points.ts'

/** Says whether a file still compiles with another text, the rest of src being as it is. */
export type Compiles = (file: string, text: string) => boolean

/** The compiler over src, which looks at one changed file at a time. */
export function compiler(): Compiles {
  const { config } = ts.readConfigFile(join(projectFolder, 'tsconfig.json'), ts.sys.readFile)
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, projectFolder)
  const changed = new Map<string, { readonly text: string; readonly version: number }>()
  const service = ts.createLanguageService({
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    getScriptFileNames: () => fileNames,
    getScriptVersion: (file) => String(changed.get(file)?.version ?? 0),
    getScriptSnapshot: (file) => {
      const text = changed.get(file)?.text ?? ts.sys.readFile(file)
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
    },
    getCompilationSettings: () => ({
      ...options,
      // What a mutant leaves unused or unreachable is no fault that anybody would make.
      noUnusedLocals: false,
      noUnusedParameters: false,
      allowUnreachableCode: true,
    }),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getCurrentDirectory: () => projectFolder,
  })
  let version = 0
  return (path, text) => {
    const file = join(projectFolder, path)
    changed.clear()
    changed.set(file, { text, version: ++version })
    return service.getSyntacticDiagnostics(file).length === 0 && service.getSemanticDiagnostics(file).length === 0
  }
}
