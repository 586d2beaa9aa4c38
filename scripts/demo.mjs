// Runs the demo on a fresh clone: this file uses nothing but Node, so it works before anything is installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const projectFolder = fileURLToPath(new URL('../', import.meta.url))
const demo = 'docs/examples/daily-orders/demo.ts'

const readJson = (path) => JSON.parse(readFileSync(join(projectFolder, path), 'utf8'))

/** Whether each package of the lock file is there in the locked version; optional ones may be for other machines. */
function isInstalled() {
  return Object.entries(readJson('package-lock.json').packages).every(([path, { optional, version }]) => {
    if (path === '' || optional === true) return true
    const manifest = join(path, 'package.json')
    return existsSync(join(projectFolder, manifest)) && readJson(manifest).version === version
  })
}

function fail(message) {
  process.stderr.write(`\n${message}\n`)
  process.exit(1)
}

/** Runs a step that speaks only when it fails. */
function step(title, command, args) {
  process.stdout.write(`${title} … `)
  const started = Date.now()
  // npm is a script on Windows, which only a shell can start.
  const shell = process.platform === 'win32' && command === 'npm'
  const result = spawnSync(command, args, { cwd: projectFolder, encoding: 'utf8', shell })
  if (result.status === 0) process.stdout.write(`${((Date.now() - started) / 1000).toFixed(1)} s\n`)
  else fail(`${command} ${args.join(' ')} failed:\n${result.error ?? ''}${result.stdout ?? ''}${result.stderr ?? ''}`)
}

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) fail(`Node 20.19 or newer is needed; this is ${process.version}.`)

if (!isInstalled()) step('Installing the dependencies', 'npm', ['ci', '--no-audit', '--no-fund'])
step('Building the package', process.execPath, ['--import', 'tsx', 'scripts/build/build.ts'])
process.stdout.write('\n')
const { status, signal } = spawnSync(process.execPath, ['--import', 'tsx', demo], {
  cwd: projectFolder,
  stdio: 'inherit',
})
if (status !== 0) fail(`The demo failed (${signal ?? `exit code ${status}`}).`)
