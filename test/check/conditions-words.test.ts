import { branch, checkSpec, workflow } from 'flowspec'
import { describe, expect, test } from 'vitest'

/** What the check says of a condition as an expression: severity, message and hint. */
function said(condition: string): readonly string[] {
  const route = branch('route').param('a', '1').param('b', '2').param('s', 'x').arm('one', condition)
  const orders = workflow('orders').cron('00 02 00 * * ?').nodes(route)
  return checkSpec(orders.toJSON())
    .filter(({ rule }) => rule === 'control/condition-syntax')
    .map(({ severity, message, hint }) => `${severity}: ${message} ${hint ?? '-'}`)
}

const alone = 'Write the condition alone: what comes after an arm is said by dependencies.'
const rest = 'An arm for the rest needs a condition of its own, such as not (…).'

describe('what other languages write is told with what Python writes', () => {
  test.each<readonly [foreign: string, own: string]>([
    ['===', '=='],
    ['!==', '!='],
    ['&&', 'and'],
    ['||', 'or'],
    ['!', 'not'],
    ['=<', '<='],
    ['=>', '>='],
  ])('%s for %s', (foreign, own) => {
    expect(said(`a ${foreign} b`)).toEqual([`error: "${foreign}" is no operator of Python (column 3). Write '${own}'.`])
  })

  test.each([
    ['between', 'Write low <= value <= high.'],
    ...['like', 'rlike', 'regexp', 'contains'].map((word) => [word, "Write 'part' in value."]),
    ...[
      ['eq', '=='],
      ['equals', '=='],
      ['ne', '!='],
      ['neq', '!='],
      ['gt', '>'],
      ['lt', '<'],
    ].map(([word, own]) => [word, `Write ${own}.`]),
    ...[
      ['ge', '>='],
      ['gte', '>='],
      ['le', '<='],
      ['lte', '<='],
      ['mod', '%'],
      ['div', '//'],
      ['xor', '!='],
    ].map(([word, own]) => [word, `Write ${own}.`]),
    ...['then', 'when', 'return', 'elif'].map((word) => [word, alone]),
    ...['else', 'otherwise', 'default'].map((word) => [word, rest]),
    ['px', 'Texts have quotes.'],
  ])('the word %s: %s', (word, hint) => {
    expect(said(`a ${word} b`)).toEqual([`error: "${word}" does not belong here (column 3). ${hint}`])
    expect(said(`a ${word?.toUpperCase()} b`)).toEqual([
      `error: "${word?.toUpperCase()}" does not belong here (column 3). ${hint}`,
    ])
  })

  test.each([
    ['AND', 'and'],
    ['Or', 'or'],
    ['IN', 'in'],
    ['IS', 'is'],
    ['Not', 'not'],
  ])('an operator in capitals: %s', (word, own) => {
    expect(said(`a ${word} b`)).toEqual([`error: "${word}" is no operator of Python (column 3). Write '${own}'.`])
    expect(said(`\${a} ${word} \${b}`)).toEqual([
      `error: "${word}" is no operator of Python (column 6). Write '${own}'.`,
    ])
  })

  test.each([
    ['true', 'True'],
    ['TRUE', 'True'],
    ['false', 'False'],
    ['none', 'None'],
    ['null', 'None'],
    ['Null', 'None'],
  ])('the value %s for %s', (value, own) => {
    expect(said(`a == ${value}`)).toEqual([`warning: "${value}" is no value of Python (column 6). Write ${own}.`])
  })

  test.each(['otherwise', 'DEFAULT'])('the value %s for the rest', (value) => {
    expect(said(value)).toEqual([`warning: "${value}" is no value of Python (column 1). ${rest}`])
  })

  test.each(['True', 'False', 'None', 'nothing', 'trueish', 'constructor'])('but not the value %s', (value) => {
    expect(said(`a == ${value}`)).toEqual([])
  })

  /** Source: input methods for Chinese type these in the place of the signs of ASCII. */
  test.each([
    ...[
      ['≠', '!='],
      ['≤', '<='],
      ['≥', '>='],
      ['＝', '=='],
      ['＞', '>'],
      ['＜', '<'],
      ['，', ','],
      ['（', '('],
      ['）', ')'],
    ],
    ...[
      ['“', '"'],
      ['”', '"'],
      ['‘', "'"],
      ['’', "'"],
      ['＂', '"'],
      ['＇', "'"],
    ],
  ])('a letter that looks like another: %s for %s', (letter, own) => {
    expect(said(`a ${letter} b`)).toEqual([
      `error: "${letter}" means nothing in Python (column 3). Write ${own} instead.`,
    ])
  })

  test.each(['€', '😀', '\\'])('a letter that looks like none: %s', (letter) => {
    expect(said(`a ${letter} b`)).toEqual([
      expect.stringMatching(/^error: ".*" means nothing in Python \(column 3\)\. -$/u),
    ])
  })
})

describe('a fault of form says what is missing, and where', () => {
  test.each([
    ['a ==', 'Something is missing after "==", where the condition ends (column 5). -'],
    ['== a', 'Something is missing, before "==" (column 1). -'],
    ['a == )', 'Something is missing after "==", before ")" (column 6). -'],
    ['a == not b', "'not' does not belong here (column 6). Put it in parentheses: (not …)."],
    ['a not b', "'not' does not belong here (column 3). Write 'not in', or 'and not'."],
    ['a or and b', 'Something is missing after "or", before "and" (column 6). -'],
    ['a b', '"b" does not belong here (column 3). Texts have quotes.'],
    ["a 'b'", 'There is no operator before "\'b\'" (column 3). -'],
    ['a 1', 'There is no operator before "1" (column 3). -'],
    ['a)', 'Nothing opens this ")" (column 2). -'],
    ['a]', 'Nothing opens this "]" (column 2). -'],
    ['a}', 'Nothing opens this "}" (column 2). -'],
    ['(a', "This '(' is not closed (column 1). -"],
    ['f[a', "This '[' is not closed (column 2). -"],
    ['a == =', "'=' compares nothing in Python (column 6). Write '=='."],
    ['a == *', 'Something is missing after "==", before "*" (column 6). -'],
    ["a == '1' '2' 3", 'There is no operator before "3" (column 14). -'],
    ['{a', "This '{' is not closed (column 1). -"],
    ['a ; b', `";" does not belong here (column 3). ${alone}`],
    ['a : b', `":" does not belong here (column 3). ${alone}`],
    ['a == ; b', `";" does not belong here (column 6). ${alone}`],
    ['a == : b', `":" does not belong here (column 6). ${alone}`],
    ['a ? b', "'?' is no operator of Python (column 3). Write: value if condition else other."],
    ['a == ? b', "'?' is no operator of Python (column 6). Write: value if condition else other."],
    ['a =~ b', "'=~' is no operator of Python (column 3). Write 'part' in value."],
    ['a = b', "'=' compares nothing in Python (column 3). Write '=='."],
    ['a ` b', '"`" does not belong here (column 3). -'],
    ['a if b', "The 'if' has no 'else' (column 7). Write: value if condition else other."],
    ['a if b c', '"c" does not belong here (column 8). Texts have quotes.'],
    ['$ == 1', "'$' stands alone (column 1). Write '${name}' for a parameter of the node."],
    ['${a == 1', "'${' has no closing '}' (column 1). Write '${name}'."],
    ['a == ${b[${c}', "'${' has no closing '}' (column 6). Write '${name}'."],
    ['a == $[yyyymmdd', "'$[' has no closing ']' (column 6). -"],
    ["a == 'b", "This text has no closing quote (column 6). Close it with '."],
    ["a == r'''b'", "This text has no closing quote (column 6). Close it with '''."],
    ['a == """b"', 'This text has no closing quote (column 6). Close it with """.'],
    ['a == 2x', '"2x" is no number (column 6). Texts have quotes.'],
  ])('%s: %s', (condition, message) => {
    expect(said(condition)).toEqual([`error: ${message}`])
  })

  test.each([
    [
      'a, b',
      "With a comma this is a list, which always holds (column 2). Write 'and' between conditions that must all hold.",
    ],
    [
      'a <> b',
      "'<>' is an operator on the page of branch nodes and in Python 2, and none in Python 3 (column 3). Write '!=', which all take.",
    ],
    // The first is told.
    [
      'a <> true, b',
      "'<>' is an operator on the page of branch nodes and in Python 2, and none in Python 3 (column 3). Write '!=', which all take.",
    ],
    ['true <> a', '"true" is no value of Python (column 1). Write True.'],
  ])('what sources disagree on: %s', (condition, message) => {
    expect(said(condition)).toEqual([`warning: ${message}`])
  })

  test('a condition of 10,000 letters is read, and a longer one is not', () => {
    const condition = (letters: number): string => `${'a'.repeat(letters - 2)} )`
    expect(said(condition(10_000))).toEqual([expect.stringMatching(/^error: Nothing opens this/)])
    expect(said(condition(10_001))).toEqual([
      'warning: The condition has more than 10000 letters and is not read (column 10001). -',
    ])
  })

  test('ninety steps deep is read, and no deeper', () => {
    const deep = (steps: number): string => `${'('.repeat(steps)}1${')'.repeat(steps)}`
    expect(said(deep(89))).toEqual([])
    expect(said(deep(90))).toEqual(['error: The condition is nested deeper than 90 levels (column 91). -'])
    expect(said(`${'not '.repeat(89)}1`)).toEqual([])
    expect(said(`${'not '.repeat(90)}1`)).toEqual([expect.stringMatching(/nested deeper/)])
    expect(said(`${'-'.repeat(89)}1`)).toEqual([])
    expect(said(`${'-'.repeat(90)}1`)).toEqual([expect.stringMatching(/nested deeper/)])
    // What is beside one another is no depth.
    expect(said(Array.from({ length: 200 }, () => '(not -1)').join(' and '))).toEqual([])
  })
})

/** What a placeholder becomes is not known: it may stand for an operator. */
describe('a placeholder in the place of an operator is no fault', () => {
  test.each(['${a} ${b} 1', 'a ${b} c', '(a ${b} c)', '1 $bizdate 2', "'x' $[yyyymmdd] 'y'"])('%s', (condition) => {
    expect(said(condition)).toEqual([])
  })

  test.each([
    ['a eq ${b}', '"eq" does not belong here (column 3). Write ==.'],
    ['a AND ${b}', '"AND" is no operator of Python (column 3). Write \'and\'.'],
    ['else ${b}', `"else" does not belong here (column 1). ${rest}`],
  ])('save after a word of another language: %s', (condition, message) => {
    expect(said(condition)).toEqual([`error: ${message}`])
  })
})
