import { join } from 'node:path'
import ts from 'typescript'
import { entryPoints, projectFolder } from '../../../scripts/build/entry-points.ts'

/** A function that an entry exports, or a method of an interface that it exports. */
export interface PublicCall {
  readonly entry: string
  /** The interface that has the method; undefined for a function. */
  readonly owner: string | undefined
  readonly name: string
  /** The file that declares it, from the project's folder on. */
  readonly file: string
}

function isOurs(symbol: ts.Symbol): boolean {
  return (symbol.declarations ?? []).some((one) => one.getSourceFile().fileName.startsWith(join(projectFolder, 'src')))
}

function fileOf(symbol: ts.Symbol): string {
  return symbol.declarations?.[0]?.getSourceFile().fileName.slice(projectFolder.length) ?? ''
}

function callable(checker: ts.TypeChecker, symbol: ts.Symbol): boolean {
  return checker.getNonNullableType(checker.getTypeOfSymbol(symbol)).getCallSignatures().length > 0
}

/** What a name that an entry exports lets users call: itself, or the methods of an interface. */
function callsOf(checker: ts.TypeChecker, entry: string, exported: ts.Symbol): readonly PublicCall[] {
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
  const file = fileOf(symbol)
  if (symbol.flags & ts.SymbolFlags.Interface) {
    return checker
      .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol))
      .filter((method) => isOurs(method) && callable(checker, method))
      .map(({ name }) => ({ entry, owner: exported.name, name, file }))
  }
  const isValue = (symbol.flags & ts.SymbolFlags.Value) !== 0 && (symbol.flags & ts.SymbolFlags.Class) === 0
  return isValue && callable(checker, symbol) ? [{ entry, owner: undefined, name: exported.name, file }] : []
}

/** Everything that users can call, read from the declarations of the entries, so that nothing new is forgotten. */
export function publicCalls(): readonly PublicCall[] {
  const { config } = ts.readConfigFile(join(projectFolder, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, projectFolder)
  const entries = entryPoints()
  const files = entries.map(({ source }) => join(projectFolder, source))
  const program = ts.createProgram(files, options)
  const checker = program.getTypeChecker()
  return entries.flatMap(({ specifier, source }) => {
    const file = program.getSourceFile(join(projectFolder, source))
    const module = file && checker.getSymbolAtLocation(file)
    if (module === undefined) throw new Error(`${source} is no module`)
    return checker.getExportsOfModule(module).flatMap((exported) => callsOf(checker, specifier, exported))
  })
}
