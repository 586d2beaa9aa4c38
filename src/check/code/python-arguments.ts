import { withoutComments } from './comments.ts'

/** An argument by its name: `args['day']`, or `args.get('day')`, which may say what to do without. */
const named = /\bargs\s*(?:\[\s*(['"])(.*?)\1\s*\]|\.get\(\s*(['"])(.*?)\3\s*(\))?)/g
const other = /\bargs\b(?!\s*(?:\[\s*['"]|\.get\(\s*['"]))/

/** The arguments that the code of a PyODPS node reads. */
export interface PythonArguments {
  readonly names: ReadonlySet<string>
  /** Those without which the code stops, or goes on with nothing, each with where it is read first. */
  readonly needed: ReadonlyMap<string, number>
  /** Whether it reads others, which only running it shows, or has arguments of its own. */
  readonly hasOthers: boolean
}

/** The arguments that Python code reads by name. */
export function argumentsOf(content: string): PythonArguments {
  const code = withoutComments(content, 'python')
  const names = new Set<string>()
  const needed = new Map<string, number>()
  for (const { 2: inBrackets, 4: got, 5: end, index } of code.matchAll(named)) {
    const name = inBrackets ?? got ?? ''
    names.add(name)
    if ((inBrackets !== undefined || end !== undefined) && !needed.has(name)) needed.set(name, index)
  }
  return { names, needed, hasOthers: other.test(code) }
}
