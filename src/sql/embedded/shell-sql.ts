import type { EmbeddedSql } from './embedded-sql.ts'
import { type ShellWord, shellCommands } from './shell-commands.ts'

const client = /(?:^|[/\\])odpscmd(?:\.(?:sh|bat))?$/
const option = /^(?:-e|--execute)$/
/** An option with its text in one word. */
const together = /^(?:-e|--execute)=?/

/** Commands that show what they are given, or do nothing with it. */
const showing: ReadonlySet<string> = new Set([':', 'echo', 'printf'])

/** Words before a command that are no part of it. */
const before: ReadonlySet<string> = new Set(['!', '{', 'do', 'elif', 'else', 'if', 'then', 'time', 'until', 'while'])

/** Whether a command only shows the words that follow it. */
function isShown(words: readonly ShellWord[]): boolean {
  const command = words.find(({ text }) => !before.has(text))
  return command !== undefined && showing.has(command.text)
}

/** A text that the shell puts in as a whole when it runs. */
const isPutIn = (text: string): boolean => /^[\s;]*(?:\$(?:\w+|[@*]|\{[^}]*\})[\s;]*)*$/.test(text)

function partOf({ text, places }: ShellWord, from: number): ShellWord {
  return { text: text.slice(from), places: places.slice(from) }
}

/** The SQL of a word that is an option with it; undefined for another word. */
function joined(word: ShellWord, code: string): ShellWord | undefined {
  const length = together.exec(word.text)?.[0].length ?? 0
  if (length === 0 || length === word.text.length) return undefined
  const isSplit = word.text.charAt(length - 1) === '=' || /['"]/.test(code.charAt((word.places[length] ?? 0) - 1))
  return isSplit ? partOf(word, length) : undefined
}

/** The SQL in shell code that the command line client is given; linear in the code. */
export function shellSql(code: string): readonly EmbeddedSql[] {
  const found: EmbeddedSql[] = []
  for (const words of shellCommands(code)) {
    const at = words.findIndex(({ text }) => client.test(text))
    if (at < 0 || isShown(words)) continue
    const options = words.slice(at + 1)
    for (const [place, word] of options.entries()) {
      const sql = option.test(word.text) ? options[place + 1] : joined(word, code)
      if (sql !== undefined && !isPutIn(sql.text))
        found.push({ sql: sql.text, at: sql.places[0] ?? 0, places: sql.places })
    }
  }
  return found
}
