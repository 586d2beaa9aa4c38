/** One token of the text of a module, and where it begins. */
export interface ModuleToken {
  readonly token: string
  readonly offset: number
}

/** Comments, texts, words, and single characters; what is not closed ends with the text. */
const tokens =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:\\.|[^'\\\n])*'?|"(?:\\.|[^"\\\n])*"?|`(?:\\[\s\S]|[^`\\])*`?|[$\w]+|[^\s\w$]/g

const isComment = (token: string): boolean => token.startsWith('//') || token.startsWith('/*')

/** The tokens of a module without its comments. The text is not run and need not be whole. */
export function moduleTokens(text: string): readonly ModuleToken[] {
  return [...text.matchAll(tokens)].flatMap(({ 0: token, index }) =>
    isComment(token) ? [] : [{ token, offset: index }],
  )
}
