import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '../build/entry-points.ts'
import { compiler } from './compiler.ts'
import { type EquivalentMutant, judge, type MutationReport, scoreTable, survivorList } from './report.ts'
import { roomOf, rooms, testFoldersOf } from './rooms.ts'

const usage = `npm run mutate -- [--alone] [--force] [--table] [--tests=path,…] [room or path …]

Changes the source one place at a time and says which changes no test notices. A path is that of a file or a folder below
src. Without rooms or paths: the files that differ from the branch main, or on main those that are not committed.

  --alone   tests one mutant at a time, on a machine that has other work
  --force   runs all mutants again, those of earlier runs too
  --table   prints the table of scores and not the survivors
  --tests   runs the tests of some folders or files only, and not all of the room: that is quicker, and notices less

A mutant that changes nothing that anybody could notice belongs into test/mutation/equivalent.json, with the reason;
.stryker/survivors.json has the survivors as entries of that list.
`

const outFolder = '.stryker'

/** The source files below a room or a path. */
function filesOf(argument: string): string[] {
  const path = (rooms.includes(argument) ? `src/${argument}` : argument).replace(/\/$/, '')
  const full = join(projectFolder, path)
  if (!path.startsWith('src/') || !existsSync(full))
    throw new Error(`${argument} is no room and no path below src\n\n${usage}`)
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full, { recursive: true, encoding: 'utf8' }).map((file) => `${path}/${file.replaceAll('\\', '/')}`)
}

function git(...argv: string[]): string[] {
  return execFileSync('git', argv, { cwd: projectFolder, encoding: 'utf8' }).split('\n').filter(Boolean)
}

/** What differs from main, committed or not. */
function changedFiles(): string[] {
  const hasMain = spawnSync('git', ['rev-parse', '--verify', '--quiet', 'main'], { cwd: projectFolder }).status === 0
  const [base = 'HEAD'] = hasMain ? git('merge-base', 'main', 'HEAD') : []
  return [
    ...git('diff', '--name-only', '--diff-filter=d', base, '--', 'src'),
    ...git('ls-files', '--others', '--exclude-standard', '--', 'src'),
  ]
}

const canMutate = (file: string): boolean => /(?<!\.d)\.ts$/.test(file) && !file.includes('/generated/')

/** Runs Stryker over some files and gives back its report. */
function runStryker(files: readonly string[], tests: readonly string[], given: readonly string[]): MutationReport {
  const temporary = `${outFolder}/sandboxes`
  const reportFile = `${outFolder}/report.json`
  mkdirSync(join(projectFolder, temporary), { recursive: true })
  rmSync(join(projectFolder, reportFile), { force: true })
  // The tests look for reference documents beside the project, and a sandbox is a copy of the project somewhere else.
  const reference = join(projectFolder, '../shared')
  const link = join(projectFolder, temporary, 'shared')
  if (existsSync(reference) && !existsSync(link)) symlinkSync(reference, link)
  const settings = {
    mutate: files,
    testRunner: 'resident',
    plugins: ['resident/stryker-runner.ts', 'prose.mjs'].map((file) => join(projectFolder, 'scripts/mutation', file)),
    ignorers: ['prose'],
    resident: 'test/mutation/vitest.config.ts',
    coverageAnalysis: 'perTest',
    // What runs when a module is loaded is seen by every test: each such mutant would take a whole run.
    ignoreStatic: true,
    concurrency: given.includes('--alone') ? 1 : 2,
    timeoutMS: 5_000,
    disableTypeChecks: false,
    incremental: true,
    incrementalFile: `${outFolder}/incremental-${tests.map((folder) => folder.replace('test/', '').replaceAll('/', '.')).join('-')}.json`,
    force: given.includes('--force'),
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: reportFile },
    tempDirName: temporary,
    ignorePatterns: [outFolder, '/dist*', 'docs/api', 'coverage'],
    logLevel: 'warn',
    warnings: { unknownOptions: false },
  }
  writeFileSync(join(projectFolder, outFolder, 'stryker.json'), JSON.stringify(settings))
  const run = ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', `${outFolder}/stryker.json`]
  // Stryker loads its plugins in several processes, and these plugins are TypeScript.
  const env = { ...process.env, FLOWSPEC_MUTATION_TESTS: tests.join(','), NODE_OPTIONS: '--import tsx' }
  const { status } = spawnSync(process.execPath, run, { cwd: projectFolder, env, stdio: 'inherit' })
  if (status !== 0) throw new Error('Stryker failed (above)')
  const report: MutationReport = JSON.parse(readFileSync(join(projectFolder, reportFile), 'utf8'))
  // An incremental report holds files of earlier runs too.
  return { files: Object.fromEntries(Object.entries(report.files).filter(([file]) => files.includes(file))) }
}

const argv = process.argv.slice(2)
const options = argv.filter((argument) => argument.startsWith('--'))
const narrowed = options.find((option) => option.startsWith('--tests='))?.slice('--tests='.length)
if (options.some((option) => !['--alone', '--force', '--table', `--tests=${narrowed}`].includes(option))) {
  process.stdout.write(usage)
  process.exit(options.includes('--help') ? 0 : 2)
}
const named = argv.filter((argument) => !options.includes(argument))
const files = [...new Set(named.length > 0 ? named.flatMap(filesOf) : changedFiles())].filter(canMutate).sort()
if (files.length === 0) {
  process.stdout.write('No source file to mutate: none differs from main.\n')
} else {
  const tests = narrowed?.split(',') ?? testFoldersOf(files.flatMap((file) => roomOf(file) ?? []))
  process.stdout.write(`${files.length} files, against the tests in ${tests.join(', ')}\n`)
  const report = runStryker(files, tests, options)
  const equivalents: readonly EquivalentMutant[] = JSON.parse(
    readFileSync(join(projectFolder, 'test/mutation/equivalent.json'), 'utf8'),
  )
  const { scores, survivors, stale } = judge(report, equivalents, compiler())
  const entries = survivors.map(({ file, line, mutated }) => ({ file, line, mutated, reason: '' }))
  writeFileSync(join(projectFolder, outFolder, 'survivors.json'), `${JSON.stringify(entries, undefined, 2)}\n`)
  if (!options.includes('--table')) process.stdout.write(`\n${survivorList(survivors)}`)
  process.stdout.write(`\n${scoreTable(scores, (file) => roomOf(file) ?? 'src')}`)
  for (const { file, line } of stale) {
    process.stdout.write(`test/mutation/equivalent.json lists what is no survivor: ${file}: ${line}\n`)
  }
}
