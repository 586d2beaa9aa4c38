import {
  all,
  group,
  hardline,
  indent,
  type Layout,
  line,
  render,
  separated,
  softline,
  trailingComma,
} from './layout.ts'
import { textLiteral } from './literal.ts'

/** What a module imports: names by where they come from. */
type Imports = ReadonlyMap<string, ReadonlySet<string>>

/** A statement of a module. */
export interface Constant {
  readonly name: string
  readonly isExported: boolean
  readonly value: Layout
  /** Whether the value is so short that it rather goes to a line of its own than breaks. */
  readonly isShort: boolean
}

function compareNames(left: string, right: string): number {
  const [one, other] = [left.toLowerCase(), right.toLowerCase()]
  if (one === other) return left < right ? -1 : 1
  return one < other ? -1 : 1
}

/** Packages of the platform first, then other packages, then files. */
function rank(source: string): number {
  if (source.startsWith('node:')) return 0
  return source.startsWith('.') ? 2 : 1
}

function importLayout(source: string, names: ReadonlySet<string>): Layout {
  const sorted = [...names].sort(compareNames)
  const inner = all(indent(all(line, separated(sorted, all(',', line)), trailingComma)), line)
  return all('import ', group(all('{', inner, '}')), ' from ', textLiteral(source), ';')
}

/** Text of somebody as a comment: each line of it stays one. */
function commentLines(text: string): readonly string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029\u0085\v\f]/)
    .map((one) => `// ${one.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')}`.trimEnd())
}

function constantLayout({ name, isExported, value, isShort }: Constant): Layout {
  const start = `${isExported ? 'export const ' : 'const '}${name} =`
  return isShort ? all(group(all(start, indent(all(line, value)))), ';') : all(start, ' ', value, ';')
}

/** What an index exports: builders by their names, and the project whose parts they are, if they are those of one. */
export interface Exported {
  readonly names: readonly string[]
  readonly project?: string | undefined
}

/** The names that the index of a project has for itself. */
export const projectNames: readonly string[] = ['project', 'parts']

function exportLayouts({ names, project }: Exported): readonly Layout[] {
  if (project === undefined) return [all('export default ', listOf(names), ';')]
  return [
    all('export const parts = ', listOf(names), ';'),
    all('export default project(', textLiteral(project), ').add(...parts);'),
  ]
}

/** The text of a module: a comment, imports, constants, and what it exports by default. */
export function moduleText(
  imports: Imports,
  constants: readonly Constant[],
  exported: Exported | undefined,
  header: string | undefined,
): string {
  const sources = [...imports].sort(([left], [right]) => rank(left) - rank(right) || compareNames(left, right))
  const blocks: Layout[] = []
  if (header !== undefined && header !== '') blocks.push(separated(commentLines(header), hardline))
  if (sources.length > 0)
    blocks.push(
      separated(
        sources.map(([source, names]) => importLayout(source, names)),
        hardline,
      ),
    )
  for (const constant of constants) blocks.push(constantLayout(constant))
  if (exported !== undefined) blocks.push(...exportLayouts(exported))
  return `${render(separated(blocks, all(hardline, hardline)))}\n`
}

function listOf(names: readonly string[]): Layout {
  if (names.length === 0) return '[]'
  return group(all('[', indent(all(softline, separated(names, all(',', line)))), trailingComma, softline, ']'))
}
