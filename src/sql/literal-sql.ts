import { withoutComments } from '../check/code/comments.ts'

/** SQL that stands as a text in code of another language. */
export interface LiteralSql {
  readonly sql: string
  /** Where it begins in the code. */
  readonly at: number
  /** Where each of its characters stands in the code. */
  readonly places: readonly number[]
}

/** Python: the calls that run SQL; a text with a letter such as `f` is put together when it runs, and is no literal. */
const pythonCall =
  /\.\s*(?:execute_sql|run_sql|execute_sql_interactive|run_sql_interactive|execute_sql_cost)\s*\(\s*(?:query\s*=\s*)?([rRuU]?)('''|"""|'|")/g
/** A shell: SQL that the command line client is given. */
const shellCall = /\bodpscmd\b[^\n;|&]*?(?:-e|--execute)[= \t]*()(['"])/g

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['\n', ''],
])

function unescaped(character: string, language: 'pyodps' | 'shell'): string {
  if (language === 'pyodps') return escapes.get(character) ?? (/['"\\]/.test(character) ? character : `\\${character}`)
  return /["$`\\\n]/.test(character) ? character : `\\${character}`
}

interface Opened {
  /** Where the text begins, behind its mark. */
  readonly start: number
  readonly mark: string
  readonly hasEscapes: boolean
  readonly language: 'pyodps' | 'shell'
}

/** The text from behind its opening mark; undefined when it does not end. */
function textFrom(
  code: string,
  { start, mark, hasEscapes, language }: Opened,
): { readonly sql: string; readonly places: readonly number[]; readonly end: number } | undefined {
  let sql = ''
  const places: number[] = []
  const isOneLine = mark.length === 1 && language === 'pyodps'
  for (let at = start; at < code.length; at += 1) {
    if (code.startsWith(mark, at)) return { sql, places, end: at + mark.length }
    const character = code.charAt(at)
    if (isOneLine && character === '\n') return undefined
    const isEscape = hasEscapes && character === '\\'
    const written = isEscape ? unescaped(code.charAt(at + 1), language) : character
    for (let left = written.length; left > 0; left -= 1) places.push(at)
    sql += written
    if (isEscape) at += 1
  }
  return undefined
}

/** Whether a text is only a part of what runs: it is put together with others, or filled in. */
function isPart(code: string, end: number, language: 'pyodps' | 'shell'): boolean {
  const rest = code.slice(end, end + 40)
  return language === 'pyodps' ? !/^\s*[,)]/.test(rest) : /^[^\s;|&)]/.test(rest)
}

/** The SQL that stands literally in Python or shell code, without what is put together when the code runs. */
export function* literalSql(code: string, language: 'pyodps' | 'shell'): Generator<LiteralSql> {
  const pattern = new RegExp(language === 'pyodps' ? pythonCall : shellCall)
  const bare = withoutComments(code, language === 'pyodps' ? 'python' : 'shell')
  for (let found = pattern.exec(bare); found !== null; found = pattern.exec(bare)) {
    const [whole, letter = '', mark = ''] = found
    const start = found.index + whole.length
    const hasEscapes = language === 'pyodps' ? !/r/i.test(letter) : mark !== "'"
    const text = textFrom(code, { start, mark, hasEscapes, language })
    if (text === undefined || isPart(code, text.end, language)) continue
    yield { sql: text.sql, at: start, places: text.places }
    pattern.lastIndex = text.end
  }
}
