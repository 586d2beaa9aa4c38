import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from 'flowspec/command'
import { type Emulator, startEmulator } from 'flowspec/testing'
import { version } from '../../../src/cli/generated/version.ts'
import { testConsole } from './test-console.ts'

/** A call as the file `command` has it: words, in quotes where they hold spaces. */
interface Call {
  readonly words: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** The file that is standard input. */
  readonly input: string | undefined
  readonly answers: readonly string[]
}

/** Reads `NAME=value flowspec check 'a b' < file # answer`. */
function readCall(line: string): Call {
  const [call = '', ...answers] = line.split(' # ')
  const [command = '', input] = call.split(' < ')
  const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
  const start = words.indexOf('flowspec')
  const env = words.slice(0, start).map((word) => word.split('=', 2))
  return { words: words.slice(start + 1), env: Object.fromEntries(env), input: input?.trim(), answers }
}

function filesIn(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return new Map(paths.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]))
}

function section(title: string, text: string): string {
  if (text === '') return ''
  return `--- ${title}\n${text}${text.endsWith('\n') ? '' : '\n(no line break)\n'}`
}

/** What several cases have, and not all: a case names the folders that it uses in its file `uses`. */
const projects = join(import.meta.dirname, '../golden/projects')

function linesOf(file: string): readonly string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
}

/**
 * Runs the calls of a folder in a copy of its files, beside those that it uses and those that all cases share.
 *
 * @returns what was written to where, and the files that are new or changed, as the file `expected` has it
 */
export async function runCase(folder: string): Promise<string> {
  const cwd = mkdtempSync(join(realpathSync(tmpdir()), 'flowspec-cli-'))
  try {
    cpSync(join(folder, '../../shared'), cwd, { recursive: true })
    for (const name of linesOf(join(folder, 'uses'))) cpSync(join(projects, name), cwd, { recursive: true })
    if (existsSync(join(folder, 'files'))) cpSync(join(folder, 'files'), cwd, { recursive: true })
    const lines = linesOf(join(folder, 'command'))
    const emulator = lines.some((line) => line.includes('EMULATOR')) ? await startEmulator() : undefined
    let text = ''
    const site = { cwd, emulator, hasTexts: !existsSync(join(folder, 'names-only')) }
    for (const line of lines) text += await runLine(line, site)
    await emulator?.stop()
    return normalised(text, site)
  } finally {
    rmSync(cwd, { recursive: true })
  }
}

/** Where the calls of a case are made. */
interface Site {
  readonly cwd: string
  /** One for all calls, where they name it. */
  readonly emulator: Emulator | undefined
  /** Whether files are told with their texts. */
  readonly hasTexts: boolean
}

/** What a call wrote, without what is another in each run: folders, ports, times. */
function normalised(text: string, { cwd, emulator }: Site): string {
  return (
    text
      .replaceAll(cwd, '<folder>')
      .replaceAll(emulator?.url ?? cwd, 'EMULATOR')
      .replaceAll(process.versions.node, '<node>')
      .replaceAll(version, '<version>')
      .replaceAll(/(?:jiti|Node) reads it[^"\n]*/g, '<who> reads it')
      .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, '<url>')
      .replaceAll(/\b\d+\.\d s\b/g, '0.0 s')
      .replaceAll(/request [0-9A-F-]{36}/g, 'request <id>')
      .replaceAll(/20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, '<time>')
      // A job is asked for as often as it takes.
      .replaceAll(/"calls": \d+/g, '"calls": <count>')
      .replaceAll(/"(modifyTime|time|startedTime|finishedTime|createTime)": 1\d{12}/g, '"$1": <time>')
  )
}

/** The variables of a call, with the key that the emulator takes. */
function variablesOf(env: Call['env'], emulator: Emulator | undefined): Call['env'] {
  if (emulator === undefined) return env
  const { accessKeyId, accessKeySecret } = emulator.credentials
  return { ALIBABA_CLOUD_ACCESS_KEY_ID: accessKeyId, ALIBABA_CLOUD_ACCESS_KEY_SECRET: accessKeySecret, ...env }
}

async function runLine(line: string, { cwd, emulator, hasTexts }: Site): Promise<string> {
  const { words: called, env: given, input, answers } = readCall(line)
  const words = called.map((word) => word.replace('EMULATOR', emulator?.url ?? ''))
  const env = variablesOf(given, emulator)
  const before = filesIn(cwd)
  const stdin = input === undefined ? '' : readFileSync(join(cwd, input), 'utf8')
  const kind = { hasColors: env['COLOR'] !== undefined, writesToTerminal: env['TERMINAL'] !== undefined }
  const { console, written } = testConsole({ cwd, env, input: stdin, answers, ...kind })
  const code = await runCommand(words, console)
  const changed = [...filesIn(cwd)].filter(([path, content]) => before.get(path) !== content)
  // What another room is tested for is told by its name alone.
  const files = changed.map(([path, content]) => section(`file ${path}`, hasTexts ? content : '(its text)\n'))
  const parts = [section('stdout', written.stdout), section('stderr', written.stderr), ...files, `--- exit ${code}\n`]
  return `$ ${line}\n${parts.join('')}`
}
