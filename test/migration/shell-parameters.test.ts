import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shellParameters } from '../../src/migration/parameters/code-parameters.ts'

const values: Readonly<Record<string, string>> = { day: '20260101', 'system.biz.date': '20251231', dt: '2026-01-01' }
const names = /\$\{(day|dt|system\.biz\.date)\}/g

/** A script, and what it is given. */
type Call = readonly [script: string, ...given: readonly string[]]

/** The script with the texts put into it, which is what DolphinScheduler does. */
function before(script: string): Call {
  return [script.replaceAll(names, (_, name: string) => values[name] ?? '')]
}

/** The script of a shell node, which gets the values as arguments. */
function after(script: string): Call {
  const placeholders = [...script.matchAll(names)].map(({ 0: text, 1: name = '', index }) => ({
    text,
    name,
    index,
    value: values[name] ?? '',
  }))
  const { code, parameters } = shellParameters(script, placeholders)
  return [code, ...parameters.map(({ value }) => value)]
}

/** Runs each script of some in a shell of its own; to start these from a small process takes a tenth of the time. */
const runAll = `
folder=$(mktemp -d)
while (($#)); do
  count=$1 script=$2
  shift 2
  bash -c "$script" node "\${@:1:count}" >"$folder/out" 2>"$folder/err" </dev/null && [[ ! -s $folder/err ]] && printf ok:
  base64 -w0 "$folder/out"
  echo
  shift "$count"
done
rm -r "$folder"`

/** What each call prints; undefined for what fails. */
function printed(calls: readonly Call[]): readonly (string | undefined)[] {
  const words = calls.flatMap(([script, ...given]) => [String(given.length), script, ...given])
  const { stdout } = spawnSync('bash', ['-c', runAll, 'bash', ...words], { encoding: 'utf8' })
  const lines = stdout.split('\n').slice(0, -1)
  expect(lines).toHaveLength(calls.length)
  return lines.map((line) => (line.startsWith('ok:') ? Buffer.from(line.slice(3), 'base64').toString() : undefined))
}

describe('parameters of a shell', () => {
  test.each([
    'echo ${day} ${dt}',
    'echo "${day}" \'${day}\' "\'${day}\'" \'"${day}"\'',
    "echo 'a${day}b${dt}c' # it's ${day}\necho '${dt}'",
    "echo \\'${day}\\' \"\\\"${dt}\" 'x'",
    "#!/bin/bash\nset -e\necho '${system.biz.date}'${day}",
    'awk \'BEGIN { print "${day}" }\'',
    'f() { echo "$1" ${day}; }; f ${dt}',
    'echo ${HOME:+home} ${day}',
    'x="$(echo \'${day}\' "${dt}")"; echo "$x ${day}"',
    "echo \"`echo '${day}'`\" $(echo '(${day})' # it's\n) ${dt}",
    'echo \\${day} "\\${day}" \'\\${day}\'',
    'cat <<END\n${day}\nEND',
  ])('are put in as text was: %s', (script) => {
    const [expected, actual] = printed([before(script), after(script)])
    expect(expected).toBeDefined()
    expect(actual).toBe(expected)
  })

  test('are put in as text was, whatever the quotes', () => {
    const part = fc.constantFrom(
      '${day}',
      '${dt}',
      '${system.biz.date}',
      "'",
      '"',
      '\\',
      ' ',
      'x',
      '#',
      ';echo ',
      '\n',
      '$(echo ',
      ')',
      '`',
    )
    const script = fc.array(part, { maxLength: 10 }).map((parts) => `echo ${parts.join('')}`)
    const scripts = fc.sample(script, { numRuns: 300, seed: 20260101 })
    const expected = printed(scripts.map(before))
    const actual = printed(scripts.map(after))
    // A script that a shell refuses is refused before and after.
    const ran = scripts.map((_, at) => at).filter((at) => expected[at] !== undefined)
    expect(ran.length).toBeGreaterThan(100)
    for (const at of ran) expect(actual[at], scripts[at]).toBe(expected[at])
  })

  test('are written in braces from the tenth on', () => {
    const placeholders = Array.from({ length: 11 }, (_, at) => ({
      text: `\${p${at}}`,
      name: `p${at}`,
      index: at * 6,
      value: `${at}`,
    }))
    const { code } = shellParameters(placeholders.map(({ text }) => text.padEnd(6)).join(''), placeholders)
    expect(code).toContain('p8=$9\np9=${10}\np10=${11}\n')
  })
})
