import { Composer, type CST, type Document, Lexer, Parser } from 'yaml'
import { deepest, tooDeep, tooLarge, type YamlFault } from './yaml-fault.ts'

/** The library's words may quote the text, which can be long. */
const longestMessage = 200

interface ParsedText {
  readonly document: Document.Parsed | undefined
  readonly faults: readonly YamlFault[]
}

function syntaxFault(message: string, offset: number): YamlFault {
  const shown = message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message
  return { rule: 'document/syntax', message: `The text is not YAML: ${shown.replace(/\.$/, '')}.`, offset }
}

/** What the library finds, its warnings too: each is a value that would be read as something else than is written. */
function faultsOf(document: Document.Parsed): YamlFault[] {
  return [...document.errors, ...document.warnings].map(({ message, pos }) => syntaxFault(message, pos[0]))
}

function versionFault({ directives, range }: Document.Parsed): YamlFault[] {
  const { version, explicit } = directives.yaml
  if (version === '1.2' || explicit !== true) return []
  const message = `The text says that it is YAML ${version}; YAML 1.2 is read here, in which some texts mean other values.`
  return [{ rule: 'document/syntax', message, offset: range[0], hint: 'Take the line "%YAML" out.' }]
}

function secondFault([, second]: readonly Document.Parsed[]): YamlFault[] {
  if (second === undefined) return []
  const message = 'The text holds several documents; a file holds one.'
  return [{ rule: 'document/syntax', message, offset: second.contents?.range[0] ?? second.range[0] }]
}

const options = {
  version: '1.2',
  schema: 'core',
  intAsBigInt: true,
  // Bytes, sets and dates are no values of JSON.
  resolveKnownTags: false,
  // Repeated keys are looked for later: the library compares each key with all others.
  uniqueKeys: false,
  prettyErrors: false,
} as const

/**
 * So many words and marks a text may hold, the more the longer it is. Each of them takes some 250 bytes until the text
 * is read. Pipelines have one for every four characters, a list of single digits more than one for each.
 */
const mostWords = 1_500_000
const charactersOfWord = 4

/** The pieces of a text by its syntax; undefined when they are too many to be held. */
function tokensOf(text: string, addNewLine: (offset: number) => number): CST.Token[] | undefined {
  const parser = new Parser(addNewLine)
  const tokens: CST.Token[] = []
  let left = mostWords + text.length / charactersOfWord
  addNewLine(0)
  for (const word of new Lexer().lex(text)) {
    if (left-- <= 0) return undefined
    for (const token of parser.next(word)) tokens.push(token)
  }
  return [...tokens, ...parser.end()]
}

/** Reads the one document of a text, without making values of it yet. */
export function parseText(text: string, addNewLine: (offset: number) => number): ParsedText {
  const tokens = tokensOf(text, addNewLine)
  if (tokens === undefined) return { document: undefined, faults: [tooLarge()] }
  const deep = tooDeepAt(tokens)
  if (deep !== undefined) return { document: undefined, faults: [tooDeep(deep)] }
  const documents = [...new Composer(options).compose(tokens)]
  const faults = documents.flatMap((document) => [...faultsOf(document), ...versionFault(document)])
  return { document: documents[0], faults: [...faults, ...secondFault(documents)] }
}

interface Level {
  readonly token: CST.Token
  readonly depth: number
}

/** The lists and mappings right below a token. */
function below(token: CST.Token): CST.Token[] {
  if (token.type === 'document') return token.value === undefined ? [] : [token.value]
  if (!('items' in token)) return []
  const inner: CST.Token[] = []
  for (const item of token.items) {
    for (const next of [item.key, item.value]) if (next && 'items' in next) inner.push(next)
  }
  return inner
}

/** Where a text goes deeper than allowed; undefined when it does not. What composes it is recursive, and comes after. */
function tooDeepAt(tokens: readonly CST.Token[]): number | undefined {
  const queue: Level[] = tokens.map((token) => ({ token, depth: 0 }))
  for (const { token, depth } of queue) {
    if (depth > deepest) return token.offset
    for (const inner of below(token)) queue.push({ token: inner, depth: depth + 1 })
  }
  return undefined
}
