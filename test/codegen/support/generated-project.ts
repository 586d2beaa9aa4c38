import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { entryPoints, projectFolder } from '../../../scripts/build/entry-points.ts'

/** What the compiler has to say of generated projects, with its strictest settings. */
export function compilerErrors({ path }: ProjectFolder): string {
  const settings = {
    extends: `${projectFolder}test/tsconfig.json`,
    compilerOptions: {
      rootDir: '/',
      noImplicitAny: true,
      allowImportingTsExtensions: true,
      typeRoots: [`${projectFolder}node_modules/@types`],
      paths: Object.fromEntries(entryPoints().map(({ specifier, source }) => [specifier, [projectFolder + source]])),
    },
    include: [`${path}/**/*.ts`],
  }
  writeFileSync(`${path}/package.json`, '{"type":"module"}')
  writeFileSync(`${path}/tsconfig.json`, JSON.stringify(settings))
  const compiler = `${projectFolder}node_modules/typescript-7/bin/tsc`
  const { stdout, stderr } = spawnSync(process.execPath, [compiler, '-p', path], { encoding: 'utf8' })
  return stdout + stderr
}

/** A builder that generated code exports. */
interface Exported {
  toJSON(): unknown
}

/** A folder for generated projects, which is taken away at the end. */
export class ProjectFolder {
  readonly path: string = mkdtempSync(join(tmpdir(), 'flowspec-code-'))

  /** Writes the files of a project into a folder of its own. */
  write(name: string, files: Readonly<Record<string, string>>): string {
    for (const [path, text] of Object.entries(files)) {
      const file = join(this.path, name, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
    return join(this.path, name, 'index.ts')
  }

  remove(): void {
    rmSync(this.path, { recursive: true })
  }
}

/** Runs a generated project, and gives the documents that its builders make, as parts of the project if there is one. */
export async function documentsOf(index: string): Promise<readonly unknown[]> {
  const module: { readonly default: Exported | readonly Exported[] } = await import(pathToFileURL(index).href)
  if ('toJSON' in module.default)
    return (module.default.toJSON() as { readonly documents: readonly unknown[] }).documents
  return module.default.map((one) => one.toJSON())
}

/** How many lines of a code stand in calls of a method. */
export function linesInside(code: string, method: string): number {
  let count = 0
  let depth = 0
  for (const line of code.split('\n')) {
    const at = depth > 0 ? 0 : line.indexOf(`.${method}(`)
    if (at < 0) continue
    count += 1
    for (const character of line.slice(at)) {
      if ('([{'.includes(character)) depth += 1
      if (')]}'.includes(character)) depth -= 1
    }
    depth = Math.max(depth, 0)
  }
  return count
}
