import { checkSpec, pyodps, shell, workflow } from 'flowspec'
import { describe, expect, test } from 'vitest'
import { commentsIn, placeInWords, withoutComments } from '../../src/check/code/comments.ts'
import { argumentsOf } from '../../src/check/code/python-arguments.ts'
import { sqlStatements } from '../../src/check/code/sql-statements.ts'
import { placeInText } from '../../src/diagnostics/text-lines.ts'

type Syntax = Parameters<typeof withoutComments>[1]

/** What bash 5 and the tokenizer of Python 3.11 take for comments; SQL as MaxCompute documents it. */
describe('comments of code', () => {
  test.each<[syntax: Syntax, code: string, comments: readonly string[]]>([
    ['shell', '# a\necho b # c', ['# a', '# c']],
    ['shell', 'echo a;# b', ['# b']],
    ['shell', 'a&#b\nc|#d\n(#e\n)#f', ['#b', '#d', '#e', '#f']],
    ['shell', 'echo a#b c##d', []],
    ['shell', 'echo \'a\'#b "a"#b', []],
    ['shell', 'echo $# ${#a} ${a#b} ${a##*/}#c', []],
    ['shell', 'echo \\# \\ #b \\\\#c', []],
    ['shell', "echo '# a' \"# b\" '\n# c' # d", ['# d']],
    ['shell', 'echo "a\\"# b" # c', ['# c']],
    ['shell', "echo 'a", []],
    ['shell', '\t#a', ['#a']],
    ['shell', '#', ['#']],
    ['python', '# a\nb = 1 # c', ['# a', '# c']],
    ['python', 'a#b', ['#b']],
    ['python', "a = '# b' # c", ['# c']],
    ['python', 'a = "\\"# b" # c', ['# c']],
    ['python', "a = '''\n# b\n''' # c", ['# c']],
    ['python', 'a = """\n\'\'\'# b\n""" # c', ['# c']],
    ['python', "a = 'b\n# c", ['# c']],
    ['python', "a = '''b\n# c", []],
    ['python', "a = ''# b", ['# b']],
    ['python', '# a\\\n# b', ['# a\\', '# b']],
    ['sql', '-- a\nselect 1 -- b', ['-- a', '-- b']],
    ['sql', 'select 1 - -1', []],
    ['sql', "select '-- a', '/* b */' -- c", ['-- c']],
    ['sql', 'select "-- a" /* b */ -- c', ['/* b */', '-- c']],
    ['sql', 'select `-- a` -- b', ['-- b']],
    ['sql', "select 'a\\'-- b' -- c", ['-- c']],
    ['sql', 'select /* a\n-- b */ 1', ['/* a\n-- b */']],
    ['sql', '/* a', ['/* a']],
    ['sql', "select 'a\n-- b", []],
    ['sql', "-- it's\nselect 1 -- b", ["-- it's", '-- b']],
  ])('of %s: %j', (syntax, code, comments) => {
    const found = [...commentsIn(code, syntax)]
    expect(found.map(({ text }) => text)).toEqual(comments)
    for (const { text, at } of found) expect(code.startsWith(text, at)).toBe(true)
    // Without them, all else stands where it stood.
    const bare = withoutComments(code, syntax)
    const isIn = (place: number): boolean => found.some(({ text, at }) => place >= at && place < at + text.length)
    expect(bare).toBe([...code].map((letter, place) => (isIn(place) && letter !== '\n' ? ' ' : letter)).join(''))
  })

  test('are looked for from a place on', () => {
    expect([...commentsIn('# a\n# b', 'python', 1)].map(({ at }) => at)).toEqual([4])
  })

  test.each([
    ['a', 0, 'line 1, column 1'],
    ['ab', 1, 'line 1, column 2'],
    ['a\nb', 2, 'line 2, column 1'],
    ['a\n\nbcd', 5, 'line 3, column 3'],
    ['a\nb', 1, 'line 1, column 2'],
  ])('a place in %j at %s is %s', (code, at, place) => {
    expect(placeInWords(placeInText(code, at))).toBe(place)
  })
})

describe('statements of SQL', () => {
  test.each<[code: string, statements: readonly string[]]>([
    ['', []],
    [' ; ;; ', []],
    ['select 1', ['select 1']],
    ['select 1;', ['select 1']],
    [' set a=b;\n select 1 ; ', ['set a=b', 'select 1']],
    ['select \';\'; select ";"; select `;`', ["select ';'", 'select ";"', 'select `;`']],
    ["select '\\';'; select 2", ["select '\\';'", 'select 2']],
    ['-- a; b\nselect 1; /* ; */ select 2', ['select 1', 'select 2']],
    ["select 'a; b", ["select 'a; b"]],
  ])('%j', (code, statements) => {
    const found = sqlStatements(code)
    expect(found.map(({ text }) => text)).toEqual(statements)
    for (const { text, at } of found) expect(code.startsWith(text, at)).toBe(true)
  })
})

describe('arguments that Python code reads', () => {
  test.each<[code: string, names: readonly string[], needed: readonly string[], hasOthers: boolean]>([
    ["args['a']", ['a'], ['a'], false],
    ['args["a"] + args[ \'b\' ]', ['a', 'b'], ['a', 'b'], false],
    ["args.get('a')", ['a'], ['a'], false],
    ["args.get('a', 1)", ['a'], [], false],
    ["args.get( 'a' ) or args.get('b' , 2)", ['a', 'b'], ['a'], false],
    ["args.get('a', 1) + args['a']", ['a'], ['a'], false],
    ['args [ "a" ]', ['a'], ['a'], false],
    ['args[name]', [], [], true],
    ['args.get(name)', [], [], true],
    ['print(args)', [], [], true],
    ["args['a'] + args[b]", ['a'], ['a'], true],
    ["kwargs['a'] + my.kargs", [], [], false],
    ["# args['a']\nargs['b']", ['b'], ['b'], false],
    ['args["it\'s"]', ["it's"], ["it's"], false],
    ['', [], [], false],
  ])('%j', (code, names, needed, hasOthers) => {
    const found = argumentsOf(code)
    expect([[...found.names], [...found.needed.keys()], found.hasOthers]).toEqual([names, needed, hasOthers])
  })
})

/** What the check says of the code of a node with one parameter, `day`. */
function told(code: string, rule: string): readonly string[] {
  const load = shell('load').code(code).param('day', '$bizdate')
  const found = checkSpec(workflow('orders').cron('00 02 00 * * ?').nodes(load).toJSON())
  return found.filter((one) => one.rule === rule).map(({ message }) => message)
}

/** bash 5 was asked with `bash -c '…' x one two`: what it fills in there is read here. */
describe('places that shell code reads', () => {
  test.each([
    'echo $2',
    'echo "$2"',
    'echo "it\'s" $2 "isn\'t"',
    'echo "it\'s $2"',
    'echo "a\\"$2"',
    "echo 'a'$2",
    "echo 'a'#$2",
    'echo a#$2',
    'echo \\\\$2',
    'echo $# $2',
    'echo ${2}',
    'echo ${2%x}',
    'echo ${#2}',
    'echo ${2:1}',
    "cat <<END\nit's $2\nEND",
  ])('%j reads $2, which there is not', (code) => {
    expect(told(code, 'parameter/positional')).toEqual([
      expect.stringMatching(/^The code uses \$(2|\{2\}), and the node has 1 parameter\.$/),
    ])
  })

  test.each([
    'echo $1',
    "echo '$2'",
    'echo "$1" \'it is $2\'',
    "awk '{print $2}' $1",
    'echo $1 # $2',
    'echo $1;# $2',
    'echo \\$2 $1',
    'echo "\\$2" $1',
    'echo ${2:-none} $1',
    'echo $1"0"',
    'f() { echo $2; }; f a b',
    'set -- a b; echo $2',
    'shift; echo $2',
    'function f { echo $2; }',
  ])('%j does not', (code) => {
    expect(told(code, 'parameter/positional')).toEqual([])
  })

  test.each([
    ['echo $day', true],
    ['echo "it\'s" $day "isn\'t"', true],
    ['echo "$day"', true],
    ['echo ${day}', true],
    ['echo ${day:-x} ${day%y}', true],
    ["echo '$day'", false],
    ['echo # $day', false],
    ['day=$1; echo $day', false],
    ['read day; echo $day', false],
    ['for day in $1; do echo $day; done', false],
    ['echo $days ${daily}', false],
    ['echo \\$day', false],
  ])('%j reads $day: %s', (code, reads) => {
    expect(told(code, 'parameter/shell-name')).toEqual(
      reads ? ["The code reads $day, but a shell gets the parameter 'day' as $1."] : [],
    )
  })

  test('of PyODPS are not looked for', () => {
    const load = pyodps('load').code('print("$2")').param('day', '$bizdate')
    const found = checkSpec(workflow('orders').cron('00 02 00 * * ?').nodes(load).toJSON())
    expect(found.filter(({ rule }) => rule === 'parameter/positional')).toEqual([])
  })
})
