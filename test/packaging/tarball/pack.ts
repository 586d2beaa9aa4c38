import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { projectFolder } from '../../../scripts/build/entry-points.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder with a node_modules that holds the packed package and what it says it depends on, nothing else. */
    consumerFolder: string
    /** The paths in the tarball, without the leading `package/`. */
    packedFiles: readonly string[]
  }
}

function link(nodeModules: string, dependency: string): void {
  mkdirSync(dirname(join(nodeModules, dependency)), { recursive: true })
  symlinkSync(join(projectFolder, 'node_modules', dependency), join(nodeModules, dependency))
}

/** Packs the package as `npm publish` would, and installs the tarball into an empty project, without a network. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'flowspec-package-'))
  const nodeModules = join(folder, 'node_modules')
  mkdirSync(nodeModules)
  execFileSync('npm', ['pack', '--pack-destination', folder], { cwd: projectFolder, stdio: 'pipe' })
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  if (tarball === undefined) throw new Error('npm pack made no tarball')
  const listed = execFileSync('tar', ['-xvzf', tarball, '-C', 'node_modules'], { cwd: folder, encoding: 'utf8' })
  execFileSync('mv', ['package', 'flowspec'], { cwd: nodeModules })
  const manifest: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(nodeModules, 'flowspec/package.json'), 'utf8'),
  )
  for (const dependency of Object.keys(manifest.dependencies)) link(nodeModules, dependency)
  // What nearly every consumer has, and the declarations of node:* need.
  link(nodeModules, '@types/node')
  project.provide('consumerFolder', folder)
  const packed = listed.split('\n').filter((line) => line !== '' && !line.endsWith('/'))
  project.provide(
    'packedFiles',
    packed.map((path) => path.slice('package/'.length)),
  )
  return () => rmSync(folder, { recursive: true })
}
