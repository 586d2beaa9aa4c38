import type { ShellCommand, ShellGroup, ShellWord } from './shell-word.ts'

/** A group that is being read. */
export interface OpenGroup extends ShellGroup {
  readonly parent: OpenGroup | undefined
  to: number
  end: ShellCommand | undefined
}

/** Words that open a group, and whether the commands of it run one after the other, each once. */
const opening: ReadonlyMap<string, boolean> = new Map([
  ['if', false],
  ['while', false],
  ['until', false],
  ['for', false],
  ['case', false],
  ['{', true],
])
const closing: ReadonlySet<string> = new Set(['fi', 'done', 'esac', '}'])
const between: ReadonlySet<string> = new Set(['!', 'do', 'elif', 'else', 'then', 'time'])
/** Words that a list of words, and not a command, follows. */
const withWords: ReadonlySet<string> = new Set(['for', 'case'])

/** What the first words of a command say of groups. */
export interface GroupWords {
  /** For each group that opens, whether it is a plain one. */
  readonly opens: readonly boolean[]
  readonly closes: boolean
}

const noGroups: GroupWords = { opens: [], closes: false }

export function groupWords(words: readonly ShellWord[]): GroupWords {
  const first = words[0]?.text ?? ''
  if (!opening.has(first) && !closing.has(first) && !between.has(first)) return noGroups
  const opens: boolean[] = []
  for (const { text } of words) {
    const isPlain = opening.get(text)
    if (isPlain !== undefined) opens.push(isPlain)
    else if (closing.has(text)) return { opens, closes: true }
    else if (!between.has(text)) return { opens, closes: false }
    if (withWords.has(text)) return { opens, closes: false }
  }
  return { opens, closes: false }
}

export function openGroup(
  parent: OpenGroup | undefined,
  commands: readonly ShellCommand[],
  source: ShellCommand | undefined,
  isPlain: boolean,
): OpenGroup {
  const [from, to] = [commands.length, Number.POSITIVE_INFINITY]
  return { isPlain, parent, commands, from, to, source, end: undefined }
}
