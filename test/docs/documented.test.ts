import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { entryPoints, projectFolder } from '../../scripts/build/entry-points.ts'

const sources = entryPoints().map(({ specifier, source }) => ({ specifier, file: join(projectFolder, source) }))
const config = ts.readConfigFile(join(projectFolder, 'tsconfig.json'), ts.sys.readFile).config
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, projectFolder)
const program = ts.createProgram(
  sources.map(({ file }) => file),
  options,
)
const checker = program.getTypeChecker()

function undocumented(file: string): string[] {
  const source = program.getSourceFile(file)
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source)
  if (module === undefined) throw new Error(`${file} is no module`)
  return checker
    .getExportsOfModule(module)
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
    .filter((symbol) => symbol.getDocumentationComment(checker).length === 0)
    .map((symbol) => symbol.name)
}

describe('every export has a doc comment', () => {
  test.each(sources)('of $specifier', ({ file }) => {
    expect(undocumented(file)).toEqual([])
  })
})
