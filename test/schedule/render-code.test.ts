import { renderCode } from 'flowspec/schedule'
import { expect, it } from 'vitest'

it.each([
  ["select '${ds}' from t", "select '20260228' from t"],
  ['${ds}${ds}', '2026022820260228'],
  ['${ds}, ${unknown} and ${}', '20260228, ${unknown} and ${}'],
  ['select @@{table} where ds = @@{ds}', 'select orders where ds = 20260228'],
  ['$ds ${ds', '$ds ${ds'],
  ['${constructor} ${__proto__}', '${constructor} ${__proto__}'],
  ['${nested}', '${ds}'],
  ['${money}', '$& $1'],
  ['@{ds} $@{ds} @@ds ${{ds}}', '@{ds} $@{ds} @@ds ${{ds}}'],
  ['${ds}{x} {${ds}}', '20260228{x} {20260228}'],
  ['${d\ns}', '${d\ns}'],
])('fills names in braces into SQL: %s', (code, expected) => {
  const values = { ds: '20260228', table: 'orders', nested: '${ds}', money: '$& $1' }
  expect(renderCode(code, values)).toBe(expected)
  expect(renderCode(code, values, { style: 'sql' })).toBe(expected)
})

it.each([
  ['echo $1 $2 $3', 'echo a b $3'],
  ['echo "$1" ${2} ${10}', 'echo "a" b j'],
  ['echo $10 ${x} $x $0 $$', 'echo a0 ${x} $x $0 $$'],
  ["awk '{print $1}' f > $1", "awk '{print $1}' f > a"],
  ['echo "it\'s $1"', 'echo "it\'s a"'],
  ["echo 'a\"$1' $2", "echo 'a\"$1' b"],
  ['echo \\$1 "\\$1" \\\\$1', 'echo \\$1 "\\$1" \\\\a'],
  ["# don't use $1\necho $1", "# don't use $1\necho a"],
  ['echo a#$1 #$1', 'echo a#a #$1'],
  ["echo '$1", "echo '$1"],
  ['echo $1\\', 'echo a\\'],
  ['echo ${0} ${01} ${00001} ${1', 'echo ${0} ${01} ${00001} ${1'],
  ['echo ${1234} ${12345}', 'echo w ${12345}'],
  ['echo x$1\t#$1', 'echo xa\t#$1'],
  ['#$1\n#$1', '#$1\n#$1'],
])('fills positions into shell code where the shell would: %s', (code, expected) => {
  expect(
    renderCode(
      code,
      { 1: 'a', 2: 'b', 10: 'j', x: 'no', 1234: 'w', 12345: 'no', '01': 'no', '0': 'no' },
      { style: 'shell' },
    ),
  ).toBe(expected)
})

const letters = Object.fromEntries([...'abcdefghij'].map((letter) => [letter, letter.toUpperCase()]))

/** Source: shell nodes get their parameters in their order; a shell reads `$10` as `$1` and `0`, and `${10}` as the tenth. */
it.each<[string, Readonly<Record<string, string>>, string]>([
  ['echo $1', { bizdate: '20260228' }, 'echo 20260228'],
  ['echo $2 $1', { from: 'x', to: 'y' }, 'echo y x'],
  ['echo $10 ${10} $9', letters, 'echo A0 J I'],
  ['echo $1 $2 $3', { 1: 'a', day: 'b' }, 'echo a b $3'],
  ['echo $1 $2', { 2: 'b' }, 'echo $1 b'],
  ['echo $2', { 2: 'b', day: 'c' }, 'echo b'],
  ['echo $1 $2', { day1: 'a', '1day': 'b' }, 'echo a b'],
  ['echo $1', { '10': 'j' }, 'echo $1'],
  ['echo $1 $2 $3', { a: 'x', b: 'y' }, 'echo x y $3'],
  ['echo $1 $2', { day: 'a', 'workflow.day': 'b' }, 'echo a $2'],
  ['echo $constructor $1', {}, 'echo $constructor $1'],
])('fills values into shell code by their places: %s', (code, values, expected) => {
  expect(renderCode(code, values, { style: 'shell' })).toBe(expected)
})

it.each([
  ["print(args['ds'])", 'print("20260228")'],
  ['print(args.get("ds"), args.get(\'ds\', 1))', 'print("20260228", args.get(\'ds\', 1))'],
  ["print('${ds}')", "print('${ds}')"],
  ['print(args["name"], args[key])', 'print("it\'s \\"it\\"", args[key])'],
  ["args['unknown'] + kwargs['ds']", "args['unknown'] + kwargs['ds']"],
  ["print(args['ds'], args['ds'])", 'print("20260228", "20260228")'],
  [
    "print(args[\"ds'], args['ds\"], args[ds], args[], args[''])",
    "print(args[\"ds'], args['ds\"], args[ds], args[], args[''])",
  ],
  ["print(args.get('ds')) # args.get(ds), args.got('ds')", 'print("20260228") # args.get(ds), args.got(\'ds\')'],
  [
    'print(args[\'d\ns\'], args.get(\'d\ns\'), args.get("d\ns"), args["d\ns"])',
    'print(args[\'d\ns\'], args.get(\'d\ns\'), args.get("d\ns"), args["d\ns"])',
  ],
  ["args['a]b'] args['a\"b'] args.get('a\"b')", 'args[\'a]b\'] "quoted" "quoted"'],
])('fills arguments into PyODPS code: %s', (code, expected) => {
  expect(
    renderCode(
      code,
      { ds: '20260228', name: 'it\'s "it"', 'd\ns': 'no', 'a]b': 'no', 'a"b': 'quoted' },
      { style: 'pyodps' },
    ),
  ).toBe(expected)
})
