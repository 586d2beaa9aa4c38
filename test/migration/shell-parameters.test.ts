import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shellParameters } from '../../src/migration/parameters/code-parameters.ts'

const values: Readonly<Record<string, string>> = { day: '20260101', 'system.biz.date': '20251231', dt: '2026-01-01' }
const names = /\$\{(day|dt|system\.biz\.date)\}/g

/** What the script prints when the texts are put into it, which is what DolphinScheduler does. */
function printedBefore(script: string): string {
  return run(
    script.replaceAll(names, (_, name: string) => values[name] ?? ''),
    [],
  )
}

/** What it prints as a shell node, which gets the values as arguments. */
function printedAfter(script: string): string {
  const placeholders = [...script.matchAll(names)].map(({ 0: text, 1: name = '', index }) => ({
    text,
    name,
    index,
    value: values[name] ?? '',
  }))
  const { code, parameters } = shellParameters(script, placeholders)
  return run(
    code,
    parameters.map(({ value }) => value),
  )
}

function run(script: string, given: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync('bash', ['-c', script, 'node', ...given], { encoding: 'utf8' })
  return stderr === '' && status === 0 ? stdout : `fails: ${stderr}`
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
    expect(printedAfter(script)).toBe(printedBefore(script))
    expect(printedBefore(script)).not.toContain('fails')
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
    fc.assert(
      fc.property(script, (text) => {
        const expected = printedBefore(text)
        // A script that a shell refuses is refused before and after.
        if (!expected.startsWith('fails')) expect(printedAfter(text)).toBe(expected)
      }),
      { numRuns: 300, seed: 20260101 },
    )
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
