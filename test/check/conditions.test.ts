import { branch, checkSpec, type Diagnostic, workflow } from 'flowspec'
import { describe, expect, test } from 'vitest'

/** What the check says of a condition as an expression. */
function checked(condition: string): readonly Diagnostic[] {
  const route = branch('route').param('a', '1').param('b', '2').param('s', 'x').arm('one', condition)
  const orders = workflow('orders').cron('00 02 00 * * ?').nodes(route)
  return checkSpec(orders.toJSON()).filter(({ rule }) => rule === 'control/condition-syntax')
}

/** The verdicts are those of Python itself (3.11, mode eval), with a name in the place of each placeholder. */
describe('a condition that Python takes', () => {
  test.each([
    '${a} == 1',
    '${a}==1',
    '  ${a} == 1  ',
    "'${s}' == 'x'",
    '"${s}" == "x"',
    "'''${s}''' == 'x'",
    "'it\\'s' == '${s}'",
    "u'x' == r'y'",
    '0 < ${a} <= 10',
    '1 < 2 < 3 < ${a}',
    '${a} == 1 and not (${b} == 2 or ${b} == 3)',
    'not not ${a}',
    "'${s}' in ('x', 'y')",
    "'${s}' not in ['x', 'y',]",
    "'${s}' is not None",
    "len('${s}') > 3",
    "'${s}'.startswith('x')",
    "'${s}'[0] == 'x'",
    "'${s}'[1:2] == 'x'",
    "int('${a}') % 2 == 0",
    '-${a} + 2 ** 3 // 4 >= ~1',
    '1e3 > .5',
    '0x1F == 31',
    '1and 2',
    'True',
    '${dag.foreach.current} == 1',
    '${dag.input[${dag.offset}]} == 1',
    'int(${a}) == ${b}',
    't_${a} == ${b}_t',
    '${a}${b} == 12',
    "any(c in '${s}' for c in 'xyz' if c)",
    '1 if ${a} else 0',
    "{'x': 1}['${s}'] == 1",
    'max(${a}, key=len)',
    '(${a} == 1\n and ${b} == 2)',
    '${a} == 1 # the first',
    "$bizdate == '20260101'",
    "'$[yyyymmdd]' == '20260101'",
    // What the placeholder stands for decides.
    '${a} ${b} 1',
  ])('%s', (condition) => {
    expect(checked(condition)).toEqual([])
  })
})

describe('a condition that Python does not take', () => {
  test.each<[condition: string, column: number, hint?: string]>([
    ['${s} = 1', 6, "Write '=='."],
    ['${a} == 1 && ${b} == 2', 11, "Write 'and'."],
    ['${a} == 1 || ${b} == 2', 11, "Write 'or'."],
    ['!${a}', 1, "Write 'not'."],
    ['${a} === 1', 6, "Write '=='."],
    ['${a} !== 1', 6, "Write '!='."],
    ['${a} =< 1', 6, "Write '<='."],
    ['${a} => 1', 6, "Write '>='."],
    ['${a} ≥ 1', 6, 'Write >= instead.'],
    ['${a} == 1 AND ${b} == 2', 11, "Write 'and'."],
    ['${a} == 1 OR ${b} == 2', 11, "Write 'or'."],
    ['NOT ${a}', 1, "Write 'not'."],
    ['${a} between 1 and 5', 6, 'Write low <= value <= high.'],
    ['${a} BETWEEN 1 and 5', 6, 'Write low <= value <= high.'],
    ["'${s}' like 'x%'", 8, "Write 'part' in value."],
    ['${a} eq 1', 6, 'Write ==.'],
    ['${a} mod 2 == 0', 6, 'Write %.'],
    ['else', 1, 'An arm for the rest needs a condition of its own, such as not (…).'],
    ['if ${a} == 1: return 2', 1, 'Write the condition alone: what comes after an arm is said by dependencies.'],
    ['${a} == 1:', 10, 'Write the condition alone: what comes after an arm is said by dependencies.'],
    ['${a} == 1;', 10, 'Write the condition alone: what comes after an arm is said by dependencies.'],
    ['${a} == 1 ? 2 : 3', 11, 'Write: value if condition else other.'],
    ['(${a} == 1', 1],
    ['${a} == 1)', 10],
    ['${a} in [1, 2', 9],
    ["len('${s}' > 1", 4],
    ["'${s} == 1", 1, "Close it with '."],
    ['“${s}” == 1', 1, 'Write " instead.'],
    ['${a == 1', 1, "Write '${name}'."],
    ['${a} == ', 9],
    ['== 1', 1],
    ['${a} == 1 and', 14],
    ['${a} == 1 and or 2', 15],
    ['${a} == not ${b}', 9, 'Put it in parentheses: (not …).'],
    ['${a} not 1', 6, "Write 'not in', or 'and not'."],
    ["${a} 'x'", 6],
    ['10px == ${a}', 1, 'Texts have quotes.'],
    ['$ == 1', 1, "Write '${name}' for a parameter of the node."],
    ['${a}. == 1', 7],
    ['constructor toString', 13, 'Texts have quotes.'],
    ['a[]', 3],
  ])('%s', (condition, column, hint) => {
    const found = checked(condition)
    expect(found).toMatchObject([{ severity: 'error', path: '/spec/workflows/0/nodes/0/branch/branches/0/when' }])
    expect(found[0]?.message).toContain(`(column ${column}).`)
    if (hint !== undefined) expect(found[0]?.hint).toBe(hint)
  })
})

/** The page "Branch node" lists `<>`, which Python 3 does not have; the rest are names to Python, and not what is meant. */
describe('a condition on which sources disagree is a warning', () => {
  test.each<[condition: string, column: number, hint: string]>([
    ['${a} <> 1', 6, "Write '!=', which all take."],
    ['${a} == true', 9, 'Write True.'],
    ['${a} == FALSE', 9, 'Write False.'],
    ['${a} != null', 9, 'Write None.'],
    ['${a} is NULL', 9, 'Write None.'],
    ['otherwise', 1, 'An arm for the rest needs a condition of its own, such as not (…).'],
    ['${a} == 1, ${b} == 2', 10, "Write 'and' between conditions that must all hold."],
  ])('%s', (condition, column, hint) => {
    const found = checked(condition)
    expect(found).toMatchObject([{ severity: 'warning', hint }])
    expect(found[0]?.message).toContain(`(column ${column}).`)
  })
})

describe('a hostile condition is read in time that its length bounds', () => {
  test.each([
    ['brackets', '('.repeat(9_999)],
    ['nots', 'not '.repeat(2_400)],
    ['minuses', '-'.repeat(9_999)],
    ['powers', `${'a**'.repeat(3_000)}a`],
    ['quotes', "'".repeat(9_999)],
    ['placeholders without an end', '${'.repeat(4_999)],
    ['backslashes', `'${'\\'.repeat(9_998)}`],
    ['digits', '1_'.repeat(4_999)],
    ['a very long one', 'a and '.repeat(100_000)],
  ])('%s', (_, condition) => {
    expect(checked(condition).length).toBeLessThanOrEqual(1)
  })

  test('many operands are no depth', () => {
    expect(checked(`${'${a} == 1 and '.repeat(600)}True`)).toEqual([])
  })

  test('deep brackets are told, as Python has a limit, too', () => {
    expect(checked(`${'('.repeat(60)}1${')'.repeat(60)}`)).toEqual([])
    expect(checked(`${'('.repeat(200)}1${')'.repeat(200)}`)[0]?.message).toContain('nested deeper')
  })
})
