import { branch, checkSpec, shell, workflow } from 'flowspec'
import { describe, expect, test } from 'vitest'

/** What the check says of a node that comes after two arms, by their conditions. */
function relationOf(left: string, right: string): string | undefined {
  const both = branch('both').param('a', '1').param('b', '2').arm('l', left).arm('r', right)
  const nodes = [both, shell('x').code('./run.sh').after(both.case('l'), both.case('r'))]
  const found = checkSpec(workflow('orders').cron('00 02 00 * * ?').nodeList(nodes).toJSON())
  const [fault, ...others] = found.filter(({ rule }) => rule === 'control/exclusive-arms')
  if (others.length > 0) throw new Error('told twice')
  return `${fault?.severity}: it ${fault?.message.replace(/^.*: it /, '')}`
}

const never = 'warning: it never runs.'
const sometimes = 'info: it runs only if both hold at once.'
const unknown = 'warning: it runs only if both hold at once.'

/** For each pair Python 3.11 was asked with all numbers from -20 to 20 by halves, and some texts, for the placeholders. */
describe('two conditions', () => {
  test.each<[left: string, right: string]>([
    ['${a} < 1', '${a} >= 1'],
    ['${a} <= 1', '${a} > 1'],
    ['${a} == 1', '${a} != 1'],
    ['${a} < -5', '${a} > -4'],
    ['${a} > None', 'True'],
    ["-'x' == ${a}", 'True'],
    ['None < None', 'True'],
    ['1 in [2, None]', 'True'],
    ['${a} <> 1', '${a} == 1'],
    ['${a} is 1', '${a} is 2'],
    ['${a} is not 1', '${a} is 1'],
    ['0 < ${a} < 3', '${a} == 3'],
    ['0 <= ${a} < 3', '${a} == -0.5'],
    ['3 > ${a} > 1', '${a} == 1'],
    ['1 < ${a} < 2', '${a} < 1'],
    ['-${a} > 1', '${a} > -1'],
    ['-(-${a}) == 2', '${a} == -2'],
    ['+${a} == 1', '${a} == 2'],
    ['not ${a} == 1', '${a} == 1'],
    ['not not ${a} == 1', '${a} == 2'],
    ['${a} == 1 or ${a} == 2', '${a} == 3'],
    ['${a} == 1 and ${b} == 2', '${b} == 3'],
    ['${a} == 1 and ${a} == 2', 'True'],
    ['${a}', '${a} == 0'],
    ['${a}', "'${a}' == ''"],
    ['not ${a}', '${a} == 7'],
    ['False', 'True'],
    ['None', 'True'],
    ['0', 'True'],
    ["''", 'True'],
    ['[]', 'True'],
    ['()', 'True'],
    ['not [1]', 'True'],
    ['${a} in [1, 2]', '${a} in [3]'],
    ['${a} in (1, 2)', '${a} not in (1, 2)'],
    ['${a} in [1, 2]', '${a} == 1.5'],
    ['${a} == True', '${a} == False'],
    ['${a} == None', '${a} == 1'],
    ["'${a}' > 'b'", "'${a}' < 'b'"],
    ["'${a}' >= 'b'", "'${a}' < 'b'"],
    ["'${a}' == 'x' and '${b}' == 'y'", "'${a}' == 'y'"],
    ["'v${a}' == 'vx'", "'${a}' == 'y'"],
    ["1 < 'x'", 'True'],
    ["'x' < 1", 'True'],
    ["'x' == 1", 'True'],
    ['x == 1', 'x == 2'],
    // As many values as are tried.
    ['${a} == 1 and ${b} == 2 and ${a} < 3', '${a} == 4 and ${b} == 5 and ${b} < 6'],
    ['1.5 < ${a} < 1.25', 'True'],
    ['${a} > 1e3', '${a} < 1000'],
  ])('%s and %s never hold at once', (left, right) => {
    expect(relationOf(left, right)).toBe(never)
    expect(relationOf(right, left)).toBe(never)
  })

  test.each<[left: string, right: string]>([
    ['${a} <= 1', '${a} >= 1'],
    ['0 < ${a} < 3', '${a} > 2'],
    ['1 < ${a}', '${a} < 1.5'],
    ['${a} < 0', '${a} != -1'],
    ['${a} < -5', '${a} > -10'],
    ['-5 > ${a}', '${a} != -6'],
    ['${a} == True', '${a} == 1'],
    ['${a} in [True, None]', '${a} == 1'],
    ['True > False', '0 == False'],
    ['None == None', '${a} != None'],
    ['${a} > 10', '${a} != 11'],
    ['-${a} > 1', '${a} < 0'],
    ['+${a} == 1', '${a} == 1'],
    ['not ${a} == 1', '${a} == 2'],
    ['not not ${a} == 1', '${a} == 1'],
    ['${a} == 1 or ${a} == 2', '${a} == 2'],
    ['${a} == 1 and ${b} == 2', '${a} == 1'],
    ['${a}', '${a} == 7'],
    ['not ${a}', '${a} == 0'],
    ['[0]', "'x'"],
    ['${a} in [1, 2]', '${a} in [2, 3]'],
    ['${a} not in [1, 2]', '${a} not in [3]'],
    ['${a} is not None', '${a} is 1'],
    ["'${a}' > 'b'", "'${a}' > 'c'"],
    ["'${a}' != 'x'", "'${a}' != 'y'"],
    ["'v${a}' == 'vx'", "'${a}' == 'x'"],
    ['x == 1', 'y == 2'],
    ['${a} < ${b}', '${b} < 1'],
    ['(${a} == 1)', '((${a}) == 1)'],
    ["'a' < 'b'", '2 > 1 >= 1'],
  ])('%s and %s may hold at once', (left, right) => {
    expect(relationOf(left, right)).toBe(sometimes)
    expect(relationOf(right, left)).toBe(sometimes)
  })

  test.each<[left: string, right: string]>([
    ['${a} + 1 == 2', '${a} == 7'],
    ['${a} ** 2 == 2', '${a} == 7'],
    ['not f(${a})', '${a} == 7'],
    ['~${a} == 2', '${a} == 7'],
    ['f(${a}) == 2', '${a} == 7'],
    ['x[0] == 2', 'x == 7'],
    ['x.y == 2', 'x == 7'],
    ['${a} == 1 if ${b} else 2', 'False or ${a} == 7'],
    ['lambda: 0', '${a} == 7'],
    ['{1: 2} == ${a}', '${a} == 7'],
    ["'x' 'y' == '${a}'", "'${a}' == 'z'"],
    ["'\\x41' == '${a}'", "'${a}' == 'z'"],
    ["r'x' == '${a}'", "'${a}' == 'z'"],
    ['1j == ${a}', '${a} == 7'],
    ['0x1_0 == ${a}', '${a} == 7'],
    ['[1] == ${a}', '${a} == 7'],
    ['[1] in [[1]]', '${a} == 7'],
    ['${a} in [f(1), 2]', '${a} == 7'],
    ["${a} in 'xyz'", '${a} == 7'],
    ['${a} in ${b}', '${a} == 7'],
    ['-True == ${a}', '${a} == 7'],
    ['-f(1) == ${a}', '${a} == 7'],
    // More names than are tried.
    ['${a} == 1 and ${b} == 2 and ${c} == 3', '${a} == 2 and ${d} == 4 and ${e} == 5'],
    // What cannot be read, or stands for an operator.
    ['${a} = 1', '${a} == 7'],
    ['${a} ${b} 1', '${a} == 7'],
  ])('of %s and %s only Python can say', (left, right) => {
    expect(relationOf(left, right)).toBe(unknown)
    expect(relationOf(right, left)).toBe(unknown)
  })
})
