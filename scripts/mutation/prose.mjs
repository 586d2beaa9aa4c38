// Leaves text for people alone: no test pins the wording of each message, and `''` in its place proves nothing. Text
// without two words in a row (names of fields, commands, enumerations, patterns) is mutated like all else.
const words = /[a-z][a-z,.:;'"»)]* [«("']?[a-z]/i

const textOf = (node) =>
  node.type === 'StringLiteral'
    ? node.value
    : node.type === 'TemplateLiteral'
      ? node.quasis.map(({ value }) => value.raw).join('x')
      : ''

/** Whether a template only names things between its words, so that nothing else is left out with it. */
const isPlain = (node) =>
  node.type === 'StringLiteral' ||
  node.expressions.every(({ type }) => type === 'Identifier' || type === 'MemberExpression')

export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'prose',
    value: {
      shouldIgnore({ node }) {
        return words.test(textOf(node)) && isPlain(node) ? 'text for people' : undefined
      },
    },
  },
]
