import { readFileSync } from 'node:fs'
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

function exportsOf(file: string): ts.Symbol[] {
  const source = program.getSourceFile(file)
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source)
  if (module === undefined) throw new Error(`${file} is no module`)
  return checker
    .getExportsOfModule(module)
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
}

const hasExample = (symbol: ts.Symbol): boolean => symbol.getJsDocTags(checker).some(({ name }) => name === 'example')

describe('every export has a doc comment', () => {
  test.each(sources)('of $specifier', ({ file }) => {
    const bare = exportsOf(file).filter((symbol) => symbol.getDocumentationComment(checker).length === 0)
    expect(bare.map(({ name }) => name)).toEqual([])
  })
})

describe('every export that programs call or read has an example', () => {
  test.each(sources)('of $specifier', ({ file }) => {
    const values = exportsOf(file).filter(({ flags }) => flags & ts.SymbolFlags.Value)
    expect(values.filter((symbol) => !hasExample(symbol)).map(({ name }) => name)).toEqual([])
  })
})

test.each(['README.md', 'README.zh-CN.md'])('%s tells of every entry', (file) => {
  const text = readFileSync(join(projectFolder, file), 'utf8')
  expect(sources.map(({ specifier }) => specifier).filter((name) => !text.includes(`| \`${name}\``))).toEqual([])
})
