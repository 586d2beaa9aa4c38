import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** The declarations of every name that an entry exports, by entry and name, in a form that tells no file names. */
export type PublicApi = ReadonlyMap<string, ReadonlyMap<string, string>>

/** The entries of a project by specifier, with the source that the declarations are made of. */
function entriesOf(folder: string): [specifier: string, file: string][] {
  const { exports }: { exports: Record<string, string | { types: string }> } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  )
  return Object.entries(exports).flatMap(([subpath, target]): [string, string][] =>
    typeof target === 'string'
      ? []
      : [
          [
            `flowspec${subpath.slice(1)}`,
            join(folder, target.types.replace('./dist/types/', 'src/').replace('.d.ts', '.ts')),
          ],
        ],
  )
}

const printer = ts.createPrinter({ removeComments: true })

/** Whether `@internal` stands above a declaration: it is left out of the package. */
function isInternal(node: ts.Node): boolean {
  return ts.getJSDocTags(node).some((tag) => tag.tagName.text === 'internal')
}

/** What a declaration says to users: no bodies, no initialisers, no private members. */
function declarationOf(file: ts.SourceFile, options: ts.CompilerOptions): ts.SourceFile {
  const { outputText } = ts.transpileDeclaration(file.text, {
    fileName: file.fileName,
    compilerOptions: { ...options, stripInternal: true },
    reportDiagnostics: false,
  })
  return ts.createSourceFile(`${file.fileName}.d.ts`, outputText, ts.ScriptTarget.Latest, true)
}

/** Whether a name stands where a type, or the type of a value, is named. */
function isTypeName(node: ts.Node): boolean {
  if (!ts.isIdentifier(node)) return false
  const { parent } = node
  return ts.isTypeReferenceNode(parent) || ts.isExpressionWithTypeArguments(parent) || ts.isTypeQueryNode(parent)
}

/** The declarations of a symbol that stand in this project. */
function ownDeclarations({ declarations = [] }: ts.Symbol): ts.Declaration[] {
  return declarations.filter((one) => !one.getSourceFile().fileName.includes('/node_modules/'))
}

/** The names that a statement declares. */
function namesIn(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText())
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  return isNamed && statement.name !== undefined ? [statement.name.text] : []
}

/** Prints declarations in one way: sorted where the order tells nothing, and without `export` and `declare`. */
function printed(statement: ts.Statement): string {
  return printer
    .printNode(ts.EmitHint.Unspecified, statement, statement.getSourceFile())
    .replace(/^(?:export |declare |default )+/, '')
    .replace(/import\("[^"]*"\)\./g, '')
}

/**
 * Reads what users see of a project. A declaration that is not exported by an entry but that exported ones name is part
 * of it under its own name: its change is a change too.
 */
export function publicApi(folder: string): PublicApi {
  const settings = ts.readConfigFile(join(folder, 'tsconfig.json'), ts.sys.readFile).config
  const { options } = ts.parseJsonConfigFileContent(settings, ts.sys, folder)
  const entries = entriesOf(folder)
  const program = ts.createProgram(
    entries.map(([, file]) => file),
    options,
  )
  const checker = program.getTypeChecker()
  const declared = new Map<string, ts.SourceFile>()
  const unaliased = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol

  const textsOf = (symbol: ts.Symbol): string[] => {
    const files = new Set((symbol.declarations ?? []).map((declaration) => declaration.getSourceFile()))
    return [...files].flatMap((file) => {
      if (file.fileName.includes('/node_modules/')) return [`from ${file.fileName.replace(/.*\/node_modules\//, '')}`]
      const known = declared.get(file.fileName) ?? declarationOf(file, options)
      declared.set(file.fileName, known)
      const own = known.statements.filter(
        (statement) => namesIn(statement).includes(symbol.name) && !isInternal(statement),
      )
      return own.map(printed)
    })
  }

  /** The symbols of this project that the declarations of one name. */
  const namedBy = (symbol: ts.Symbol): ts.Symbol[] => {
    const found: ts.Symbol[] = []
    const visit = (node: ts.Node): void => {
      if (ts.isBlock(node) && ts.isFunctionLike(node.parent)) return
      const target = isTypeName(node) ? checker.getSymbolAtLocation(node) : undefined
      if (target !== undefined) found.push(unaliased(target))
      ts.forEachChild(node, visit)
    }
    for (const declaration of ownDeclarations(symbol)) visit(declaration)
    return found.filter((one) => ownDeclarations(one).some(({ parent }) => ts.isSourceFile(parent)))
  }

  return new Map(
    entries.map(([specifier, file]) => {
      const source = program.getSourceFile(file)
      const module = source === undefined ? undefined : checker.getSymbolAtLocation(source)
      if (module === undefined) throw new Error(`${file} is no module`)
      const texts = new Map<string, string>()
      const exported = checker
        .getExportsOfModule(module)
        .map((symbol): [string, ts.Symbol] => [
          symbol.name,
          symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
        ])
      const queue = new Set(exported.map(([, symbol]) => symbol))
      const publicNames = new Map(exported.map(([name, symbol]) => [symbol, name]))
      for (const symbol of queue) {
        const name = publicNames.get(symbol) ?? `(${symbol.name})`
        texts.set(
          name,
          [texts.get(name) ?? '', ...textsOf(symbol)]
            .filter((text) => text !== '')
            .sort()
            .join('\n'),
        )
        for (const next of namedBy(symbol)) queue.add(next)
      }
      return [specifier, texts]
    }),
  )
}
