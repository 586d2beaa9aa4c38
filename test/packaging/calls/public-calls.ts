import { join } from 'node:path'
import ts from 'typescript'
import { entryPoints, projectFolder } from '../../../scripts/build/entry-points.ts'

/** A parameter of a call, as its declaration has it. */
export interface CallParameter {
  /** Undefined where the declaration takes the parts of an object. */
  readonly name: string | undefined
  /** The kinds of wrong values that the declared type takes; a parameter of any number takes them one by one. */
  readonly allowed: ReadonlySet<string>
  /** Whether a call may leave it out. */
  readonly isOptional: boolean
}

/** A function that an entry exports, or a method of an interface that it exports. */
export interface PublicCall {
  readonly entry: string
  /** The interface that has the method; undefined for a function. */
  readonly owner: string | undefined
  readonly name: string
  /** The file that declares it, from the project's folder on. */
  readonly file: string
  readonly parameters: readonly CallParameter[]
}

/** What the declarations are read with. */
interface Reader {
  readonly checker: ts.TypeChecker
  /** The types of the wrong values by kind. */
  readonly kinds: ReadonlyMap<string, ts.Type>
}

function isOurs(symbol: ts.Symbol): boolean {
  return (symbol.declarations ?? []).some((one) => one.getSourceFile().fileName.startsWith(join(projectFolder, 'src')))
}

function fileOf(symbol: ts.Symbol): string {
  return symbol.declarations?.[0]?.getSourceFile().fileName.slice(projectFolder.length) ?? ''
}

function signaturesOf({ checker }: Reader, symbol: ts.Symbol): readonly ts.Signature[] {
  return checker.getNonNullableType(checker.getTypeOfSymbol(symbol)).getCallSignatures()
}

/** A type with each type parameter replaced by what that has to be; of a type with a condition, what fulfils that. */
function widestOf({ checker }: Reader, type: ts.Type): ts.Type {
  if (type.flags & ts.TypeFlags.Conditional) return (type as ts.ConditionalType).extendsType
  if ((type.flags & ts.TypeFlags.TypeParameter) === 0) return type
  return checker.getBaseConstraintOfType(type) ?? checker.getUnknownType()
}

/** A type, and what each of its alternatives has to be. */
function alternatives(reader: Reader, type: ts.Type | undefined): readonly ts.Type[] {
  if (type === undefined) return []
  return type.isUnion() ? [type, ...type.types.map((one) => widestOf(reader, one))] : [type]
}

/** The types of the arguments of a signature; of any number of arguments, one. */
function argumentTypes(reader: Reader, { parameters }: ts.Signature): readonly ts.Type[] {
  const { checker } = reader
  return parameters.map((parameter) => {
    const type = widestOf(reader, checker.getTypeOfSymbol(parameter))
    const { valueDeclaration } = parameter
    const isRest = valueDeclaration !== undefined && ts.isParameter(valueDeclaration) && valueDeclaration.dotDotDotToken
    const item = isRest ? checker.getIndexTypeOfType(type, ts.IndexKind.Number) : type
    return widestOf(reader, item ?? type)
  })
}

/** Whether a call may leave an argument out; of parameters that depend on a condition, some calls may leave out all. */
function mayBeLeftOut({ checker }: Reader, parameter: ts.Symbol): boolean {
  const { valueDeclaration: declared } = parameter
  if (declared === undefined || !ts.isParameter(declared)) return false
  if (declared.dotDotDotToken) return (checker.getTypeOfSymbol(parameter).flags & ts.TypeFlags.Conditional) !== 0
  return declared.questionToken !== undefined || declared.initializer !== undefined
}

function parametersOf(reader: Reader, signatures: readonly ts.Signature[]): readonly CallParameter[] {
  const { checker, kinds } = reader
  const [longest] = [...signatures].sort((left, right) => right.parameters.length - left.parameters.length)
  const types = signatures.map((signature) => argumentTypes(reader, signature))
  return (longest?.parameters ?? []).map(({ name }, at) => {
    const takes = (kind: ts.Type): boolean =>
      types.some(({ [at]: type }) =>
        alternatives(reader, type).some((alternative) => checker.isTypeAssignableTo(kind, alternative)),
      )
    const allowed = [...kinds].filter(([, kind]) => takes(kind)).map(([kind]) => kind)
    const isOptional = signatures.some(
      ({ parameters: { [at]: one } }) => one === undefined || mayBeLeftOut(reader, one),
    )
    return { name: name.startsWith('__') ? undefined : name, allowed: new Set(allowed), isOptional }
  })
}

/** What a name that an entry exports lets users call: itself, or the methods of an interface. */
function callsOf(reader: Reader, entry: string, exported: ts.Symbol): readonly PublicCall[] {
  const { checker } = reader
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
  const file = fileOf(symbol)
  const called = (owner: string | undefined, of: ts.Symbol): PublicCall[] => {
    const signatures = signaturesOf(reader, of)
    if (signatures.length === 0) return []
    return [
      {
        entry,
        owner,
        name: of === symbol ? exported.name : of.name,
        file,
        parameters: parametersOf(reader, signatures),
      },
    ]
  }
  if (symbol.flags & ts.SymbolFlags.Interface) {
    const methods = checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol)).filter(isOurs)
    return methods.flatMap((method) => called(exported.name, method))
  }
  const isValue = (symbol.flags & ts.SymbolFlags.Value) !== 0 && (symbol.flags & ts.SymbolFlags.Class) === 0
  return isValue ? called(undefined, symbol) : []
}

const wrongValues = join(projectFolder, 'test/support/wrong-values.ts')

/** The types of the values in the table of wrong ones, by kind. */
function wrongKinds(program: ts.Program, checker: ts.TypeChecker): ReadonlyMap<string, ts.Type> {
  const file = program.getSourceFile(wrongValues)
  const module = file && checker.getSymbolAtLocation(file)
  const table = module && checker.getExportsOfModule(module).find(({ name }) => name === 'wrongValues')
  if (table === undefined) throw new Error(`${wrongValues} has no table`)
  const rows = checker.getPropertiesOfType(checker.getTypeOfSymbol(table))
  return new Map(
    rows.map((row) => {
      const [signature] = checker.getTypeOfSymbol(row).getCallSignatures()
      if (signature === undefined) throw new Error(`${row.name} is no function`)
      return [row.name, checker.getReturnTypeOfSignature(signature)]
    }),
  )
}

/** Everything that users can call, read from the declarations of the entries, so that nothing new is forgotten. */
export function publicCalls(): readonly PublicCall[] {
  const { config } = ts.readConfigFile(join(projectFolder, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, projectFolder)
  const entries = entryPoints()
  const files = entries.map(({ source }) => join(projectFolder, source))
  const program = ts.createProgram([...files, wrongValues], options)
  const checker = program.getTypeChecker()
  const reader = { checker, kinds: wrongKinds(program, checker) }
  return entries.flatMap(({ specifier, source }) => {
    const file = program.getSourceFile(join(projectFolder, source))
    const module = file && checker.getSymbolAtLocation(file)
    if (module === undefined) throw new Error(`${source} is no module`)
    return checker.getExportsOfModule(module).flatMap((exported) => callsOf(reader, specifier, exported))
  })
}
