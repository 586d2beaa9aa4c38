import { childEntity } from '../../document/index/entity.ts'
import { addToGroup } from '../../document/index/first-by-key.ts'
import { readText } from '../../document/json/records.ts'
import { type FoundDocument, nameOf, subjectOf } from './documents-of.ts'

/** A document of before with what became of it; of one that is new or gone, one side is missing. */
export interface DocumentPair {
  /** What it is called, with what tells it from others of its name where there are some. */
  readonly name: string
  readonly before: FoundDocument | undefined
  readonly after: FoundDocument | undefined
}

/** A document, and what it may be known again by: each is read once, for that takes the whole document. */
interface Known {
  readonly document: FoundDocument
  readonly name: string
  readonly path: string | undefined
  readonly id: string | undefined
}

function known(document: FoundDocument): Known {
  const subject = subjectOf(document.document)
  return {
    document,
    name: nameOf(subject),
    path: subject && readText(childEntity(subject, 'script')?.value, 'path'),
    id: readText(subject?.value, 'id'),
  }
}

/** The documents of one name. */
interface Namesakes {
  readonly before: Known[]
  readonly after: Known[]
}

type Mark = (one: Known) => string | undefined

/** What tells documents of one name apart, what is surer first. */
const marks: readonly Mark[] = [
  ({ path }) => path,
  ({ id }) => id,
  ({ document }) => document.uri.split('/').at(-1),
  // Those that nothing tells apart go by their order.
  ({ path, id }) => (path === undefined && id === undefined ? '' : undefined),
]

/** The documents that are left, by a mark. */
function byMark(left: Iterable<Known>, mark: Mark): ReadonlyMap<string, Known[]> {
  const groups = new Map<string, Known[]>()
  for (const one of left) {
    const value = mark(one)
    if (value !== undefined) addToGroup(groups, value, one)
  }
  // The first is taken from the end.
  for (const group of groups.values()) group.reverse()
  return groups
}

/** Pairs documents of one name by their paths, then by their ids, then by their files. */
function pairSeveral(name: string, { before, after }: Namesakes): readonly DocumentPair[] {
  const left = new Set(before)
  const paired = new Map<Known, Known>()
  for (const mark of marks) {
    const groups = byMark(left, mark)
    for (const one of after) {
      const value = paired.has(one) ? undefined : mark(one)
      const found = value === undefined ? undefined : groups.get(value)?.pop()
      if (found === undefined) continue
      paired.set(one, found)
      left.delete(found)
    }
  }
  const called = ({ path, id, document }: Known): string => `${name} (${path ?? id ?? document.uri})`
  return [
    ...after.map((one) => ({ name: called(one), before: paired.get(one)?.document, after: one.document })),
    ...[...left].map((one) => ({ name: called(one), before: one.document, after: undefined })),
  ]
}

/** A name that each side has once at most says enough, wherever the document stands now. */
function pairNamesakes(name: string, { before, after }: Namesakes): readonly DocumentPair[] {
  if (before.length > 1 || after.length > 1) return pairSeveral(name, { before, after })
  return [{ name, before: before[0]?.document, after: after[0]?.document }]
}

/** Which document became which: those of one name; where there is one on each side, these. */
export function pairDocuments(
  before: readonly FoundDocument[],
  after: readonly FoundDocument[],
): readonly DocumentPair[] {
  const [first] = before
  const [second] = after
  if (first !== undefined && second !== undefined && before.length === 1 && after.length === 1)
    return [{ name: nameOf(subjectOf(second.document)), before: first, after: second }]
  const groups = new Map<string, Namesakes>()
  const groupOf = ({ name }: Known): Namesakes => {
    const group = groups.get(name) ?? { before: [], after: [] }
    groups.set(name, group)
    return group
  }
  for (const one of after.map(known)) groupOf(one).after.push(one)
  for (const one of before.map(known)) groupOf(one).before.push(one)
  const pairs = [...groups].flatMap(([name, group]) => pairNamesakes(name, group))
  // What is gone is told last.
  return [...pairs.filter((pair) => pair.after !== undefined), ...pairs.filter((pair) => pair.after === undefined)]
}
