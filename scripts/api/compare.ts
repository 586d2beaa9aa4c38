import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectFolder } from '../build/entry-points.ts'
import { differences } from './differences.ts'
import { publicApi } from './public-api.ts'

/** The project as it was at a commit, with the packages that are installed here. */
function checkOut(ref: string, folder: string): void {
  const archive = execFileSync('git', ['archive', '--format=tar', ref], { cwd: projectFolder, maxBuffer: 2 ** 28 })
  mkdirSync(folder)
  execFileSync('tar', ['-x', '-C', folder], { input: archive })
  symlinkSync(join(projectFolder, 'node_modules'), join(folder, 'node_modules'))
}

const [ref = 'main'] = process.argv.slice(2)
const temporary = mkdtempSync(join(tmpdir(), 'flowspec-api-'))
try {
  const before = join(temporary, 'before')
  checkOut(ref, before)
  if (!existsSync(join(before, 'package.json'))) throw new Error(`${ref} has no package.json`)
  const found = differences(publicApi(before), publicApi(projectFolder))
  for (const { entry, name, kind, before: was, after } of found) {
    process.stdout.write(`${entry}: ${name} ${kind}\n`)
    if (kind === 'changed')
      process.stdout.write(
        `${was.map((line) => `  - ${line}\n`).join('')}${after.map((line) => `  + ${line}\n`).join('')}`,
      )
  }
  process.stdout.write(`${found.length} differences of the public API from ${ref}\n`)
} finally {
  rmSync(temporary, { recursive: true, force: true })
}
