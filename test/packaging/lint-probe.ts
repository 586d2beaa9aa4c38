import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { projectFolder } from '../../src/tooling/entry-points.ts'

/** One finding of the linter: which rule, in which file, on which line (from 1). */
export interface Finding {
  readonly rule: string
  readonly file: string
  readonly line: number
}

interface LintReport {
  readonly diagnostics: readonly { category: string; location: { path: string; start: { line: number } } }[]
}

/** Runs the linter with this project's settings over invented files, given as path → text. */
export function lintProbe(files: Readonly<Record<string, string>>): Finding[] {
  const folder = mkdtempSync(join(tmpdir(), 'flowspec-lint-'))
  try {
    const settings = readFileSync(`${projectFolder}biome.json`, 'utf8')
    const all = { ...files, 'biome.json': settings.replace(/"vcs": \{[^}]*\},/, '') }
    for (const [path, text] of Object.entries(all)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    for (const path of ['package.json', 'src/tooling/rooms.grit']) {
      mkdirSync(join(folder, dirname(path)), { recursive: true })
      copyFileSync(projectFolder + path, join(folder, path))
    }
    const biome = join(projectFolder, 'node_modules/@biomejs/biome/bin/biome')
    const argv = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.']
    const { stdout, stderr } = spawnSync(process.execPath, argv, { cwd: folder, encoding: 'utf8' })
    if (!stdout.startsWith('{')) throw new Error(`the linter gave no report: ${stderr}`)
    const report: LintReport = JSON.parse(stdout)
    return report.diagnostics.map(({ category, location }) => ({
      rule: category,
      file: location.path,
      line: location.start.line,
    }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
