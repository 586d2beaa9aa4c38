import { chmodSync, constants, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { bundle } from './bundle.ts'
import { emitDeclarations } from './declarations.ts'
import { entryPoints, missingExportTargets, programs, projectFolder } from './entry-points.ts'

const schema = 'src/language/generated/schema.json'

async function buildInto(folder: string): Promise<void> {
  const entries = entryPoints()
  const sources = [...[...entries, ...programs()].map(({ source }) => source), schema]
  const missing = sources.filter((source) => !existsSync(projectFolder + source))
  if (missing.length > 0) throw new Error(`package.json exports what has no source: ${missing.join(', ')}`)
  const bundled = bundle(entries, programs(), folder)
  emitDeclarations(entries, join(folder, 'types'))
  for (const file of [...(await bundled), projectFolder + schema]) {
    copyFileSync(file, join(folder, basename(file)), constants.COPYFILE_EXCL)
  }
  for (const program of programs()) chmodSync(join(folder, basename(program.bundle)), 0o755)
}

// Built beside, then swapped in: a failed build leaves the last good one, and no reader meets a half-written folder.
const dist = join(projectFolder, 'dist')
const next = `${dist}-${process.pid}`
try {
  await buildInto(next)
  rmSync(dist, { recursive: true, force: true })
  renameSync(next, dist)
} finally {
  rmSync(next, { recursive: true, force: true })
}
const absent = missingExportTargets()
if (absent.length > 0) throw new Error(`package.json exports files that the build does not make: ${absent.join(', ')}`)
