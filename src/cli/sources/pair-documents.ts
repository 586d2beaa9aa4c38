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

/** The documents of one name. */
interface Namesakes {
  readonly before: FoundDocument[]
  readonly after: FoundDocument[]
}

type Mark = (one: FoundDocument) => string | undefined

/** What tells documents of one name apart, what is surer first. */
const pathOf: Mark = ({ document }) => {
  const subject = subjectOf(document)
  return subject && readText(childEntity(subject, 'script')?.value, 'path')
}
const idOf: Mark = ({ document }) => readText(subjectOf(document)?.value, 'id')
const fileOf: Mark = ({ uri }) => uri.split('/').at(-1)
/** Those that nothing tells apart go by their order. */
const unmarked: Mark = (one) => (pathOf(one) === undefined && idOf(one) === undefined ? '' : undefined)

const marks: readonly Mark[] = [pathOf, idOf, fileOf, unmarked]

function markOf(one: FoundDocument): string {
  return pathOf(one) ?? idOf(one) ?? one.uri
}

/** The documents that are left, by a mark. */
function byMark(left: Iterable<FoundDocument>, mark: Mark): ReadonlyMap<string, FoundDocument[]> {
  const groups = new Map<string, FoundDocument[]>()
  for (const one of left) {
    const value = mark(one)
    if (value !== undefined) addToGroup(groups, value, one)
  }
  // The first is taken from the end.
  for (const group of groups.values()) group.reverse()
  return groups
}

/** Pairs documents of one name by their paths, then by their ids, then by their files. */
function pairNamesakes(name: string, { before, after }: Namesakes): readonly DocumentPair[] {
  const left = new Set(before)
  const paired = new Map<FoundDocument, FoundDocument>()
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
  const isAlone = before.length < 2 && after.length < 2
  const called = (one: FoundDocument): string => (isAlone ? name : `${name} (${markOf(one)})`)
  return [
    ...after.map((one) => ({ name: called(one), before: paired.get(one), after: one })),
    ...[...left].map((one) => ({ name: called(one), before: one, after: undefined })),
  ]
}

/** Which document became which: those of one name; where there is one on each side, these. */
export function pairDocuments(
  before: readonly FoundDocument[],
  after: readonly FoundDocument[],
): readonly DocumentPair[] {
  const [first] = before
  const [second] = after
  if (first !== undefined && second !== undefined && before.length === 1 && after.length === 1)
    return [{ name: nameOf(second.document), before: first, after: second }]
  const groups = new Map<string, Namesakes>()
  const groupOf = ({ document }: FoundDocument): Namesakes => {
    const name = nameOf(document)
    const group = groups.get(name) ?? { before: [], after: [] }
    groups.set(name, group)
    return group
  }
  for (const one of after) groupOf(one).after.push(one)
  for (const one of before) groupOf(one).before.push(one)
  const pairs = [...groups].flatMap(([name, group]) => pairNamesakes(name, group))
  // What is gone is told last.
  return [...pairs.filter((pair) => pair.after !== undefined), ...pairs.filter((pair) => pair.after === undefined)]
}
