import type { GroupKind, Joint, ShellCommand, ShellGroup, ShellWord } from './shell-word.ts'

/** A group that is being read. */
export interface OpenGroup extends ShellGroup {
  readonly parent: OpenGroup | undefined
  to: number
  end: ShellCommand | undefined
  isTaking: boolean
  fallsThrough: boolean
}

/** Words that open a group. */
const opening: ReadonlyMap<string, GroupKind> = new Map(
  (['if', 'while', 'until', 'for', 'select', 'case', '{'] as const).map((word) => [word, word]),
)
const closing: ReadonlySet<string> = new Set(['fi', 'done', 'esac', '}'])
const between: ReadonlySet<string> = new Set(['!', 'do', 'elif', 'else', 'then', 'time'])
/** Words that a list of words, and not a command, follows. */
const withWords: ReadonlySet<string> = new Set(['for', 'select', 'case'])

/** What the first words of a command say of groups. */
export interface GroupWords {
  readonly opens: readonly GroupKind[]
  readonly closes: boolean
  /** All of these words. */
  readonly steps: readonly string[]
}

const noGroups: GroupWords = { opens: [], closes: false, steps: [] }

export function groupWords(words: readonly ShellWord[]): GroupWords {
  const first = words[0]?.text ?? ''
  if (!opening.has(first) && !closing.has(first) && !between.has(first)) return noGroups
  const opens: GroupKind[] = []
  const steps: string[] = []
  for (const { text } of words) {
    const kind = opening.get(text)
    const isClosing = closing.has(text)
    if (kind === undefined && !isClosing && !between.has(text)) break
    steps.push(text)
    if (kind !== undefined) opens.push(kind)
    if (isClosing) return { opens, closes: true, steps }
    if (withWords.has(text)) break
  }
  return { opens, closes: false, steps }
}

/** What is known of a group when it opens. */
export interface Opening {
  readonly kind: GroupKind
  readonly source?: ShellCommand | undefined
  readonly joint?: Joint
  readonly definition?: string | undefined
  readonly owner?: ShellCommand | undefined
}

/** Groups whose commands run one after the other, each once. */
const plain: ReadonlySet<GroupKind> = new Set(['{', '(', 'word', 'document', 'code'])

/** A class, for objects of one shape are made fastest: code may have some hundred thousand. */
class Group implements OpenGroup {
  readonly kind: GroupKind
  readonly isPlain: boolean
  readonly joint: Joint
  readonly definition: string | undefined
  readonly owner: ShellCommand | undefined
  readonly parent: OpenGroup | undefined
  readonly commands: readonly ShellCommand[]
  readonly from: number
  to = Number.POSITIVE_INFINITY
  readonly source: ShellCommand | undefined
  end: ShellCommand | undefined
  readonly inFunction: ShellGroup | undefined
  readonly inWord: ShellGroup | undefined
  isTaking = false
  fallsThrough = false

  constructor(parent: OpenGroup | undefined, commands: readonly ShellCommand[], opening: Opening) {
    const { kind, source, joint = '', definition, owner } = opening
    this.kind = kind
    this.isPlain = plain.has(kind)
    this.joint = joint
    this.definition = definition
    this.owner = owner
    this.parent = parent
    this.commands = commands
    this.from = commands.length
    this.source = source
    this.end = undefined
    this.inFunction = definition === undefined ? parent?.inFunction : this
    this.inWord = kind === 'word' || kind === 'document' ? this : parent?.inWord
  }
}

/**
 * Opens a group.
 *
 * @param commands - those of the code, to which its own are added
 */
export function openGroup(
  parent: OpenGroup | undefined,
  commands: readonly ShellCommand[],
  opening: Opening,
): OpenGroup {
  return new Group(parent, commands, opening)
}
