import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { type PageStep, pageSteps } from '../../docs/steps/page-steps.ts'

const consumer = inject('consumerFolder')

/** A folder with what `npm install` brings: the packed package, what it depends on, and its program by name. */
function installed(): string {
  const folder = mkdtempSync(join(consumer, 'installed-'))
  const packages = join(folder, 'node_modules')
  mkdirSync(join(packages, '.bin'), { recursive: true })
  for (const name of readdirSync(join(consumer, 'node_modules'))) {
    if (!name.startsWith('.')) symlinkSync(join(consumer, 'node_modules', name), join(packages, name))
  }
  symlinkSync('../flowspec/dist/cli.js', join(packages, '.bin/flowspec'))
  return packages
}

const packages = installed()

/** The only thing of a page that is not done as written, for the package of this commit is in no registry. */
const preamble = `npm() {
  if [ "$1" = install ]; then [ -e node_modules ] || ln -s '${packages}' node_modules; else command npm "$@"; fi
}
`

interface Reader {
  /** Where the reader is by now. */
  folder: string
}

function run(reader: Reader, { commands, fails, prints }: PageStep & { readonly kind: 'run' }): void {
  const end = join(reader.folder, '.where')
  const script = `set -e\n${preamble}${commands}\npwd > '${end}'\n`
  const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], { cwd: reader.folder, encoding: 'utf8', env })
  if (fails) {
    expect(status, commands).not.toBe(0)
    return
  }
  expect({ commands, status, stderr: status === 0 ? '' : stdout + stderr }).toEqual({ commands, status: 0, stderr: '' })
  if (prints !== undefined) expect(stdout.endsWith(prints), stdout).toBe(true)
  reader.folder = readFileSync(end, 'utf8').trim()
}

function doStep(reader: Reader, step: PageStep): void {
  if (step.kind === 'run') {
    run(reader, step)
    return
  }
  const file = join(reader.folder, step.file)
  if (step.kind === 'write') {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, step.text)
    return
  }
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(step.from)
  writeFileSync(file, text.replaceAll(step.from, step.to))
}

describe.each(['docs/quick-start.md', 'docs/quick-start.zh-CN.md'])('who follows %s', (page) => {
  const steps = pageSteps(page)
  const reader: Reader = { folder: mkdtempSync(join(consumer, 'reader-')) }

  test('has something to do', () => {
    const count = (kind: PageStep['kind']): number => steps.filter((step) => step.kind === kind).length
    expect([count('run'), count('write'), count('edit')]).toEqual([6, 2, 1])
  })

  test.each(steps.map((step) => [step.line, step.kind, step] as const))(
    'gets through line %i: %s',
    (_line, _kind, step) => doStep(reader, step),
    60_000,
  )
})
