import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateCommandPage } from '../docs/command-page.ts'
import { generateErrorsPage } from '../docs/errors/errors-page.ts'
import { generateGraphPictures } from '../docs/graph-pictures.ts'
import { generateRoomsPicture } from '../docs/rooms-picture.ts'
import { generateRulesPage } from '../docs/rules-page.ts'
import { generateSchedulesPage } from '../docs/schedules-page.ts'
import { generateSimulationPicture } from '../docs/simulation-picture.ts'
import { generateStrategyKeysPage } from '../docs/strategy-keys-page.ts'
import { generateEntityTable } from './entity-table.ts'
import type { GeneratedFile } from './generated-file.ts'
import { generateNodeEngines } from './node-engines.ts'
import { generateNodeFactories } from './node-factories.ts'
import { generateNodeTypes } from './node-types.ts'
import { generatePreviewPage } from './preview-page.ts'
import { generateRuleNames } from './rule-names.ts'
import { generateSchemaJson } from './schema-json.ts'
import { generateEntityName, generateTypes } from './types.ts'
import { generateVersion } from './version.ts'
import { generateZoneNames } from './zone-names.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

async function generateSources(): Promise<GeneratedFile[]> {
  return [
    await generateTypes(),
    generateEntityName(),
    generateEntityTable(),
    generateNodeTypes(),
    generateNodeEngines(),
    await generatePreviewPage(),
    generateNodeFactories(),
    generateZoneNames(),
    generateSchemaJson(),
    generateRuleNames(),
    generateVersion(),
    generateSchedulesPage(),
    generateErrorsPage(),
    generateStrategyKeysPage(),
    generateSimulationPicture(),
    generateRoomsPicture(),
    ...generateGraphPictures(),
  ]
}

/** What is made by running the source, with what was generated of it. */
async function generateRunning(): Promise<GeneratedFile[]> {
  const schemas = readdirSync(join(root, 'docs/schemas')).map((file) => basename(file, '.json'))
  return [await generateRulesPage(), await generateCommandPage(schemas.sort())]
}

function current(file: GeneratedFile): string | undefined {
  try {
    return readFileSync(join(root, file.path), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function write(file: GeneratedFile): void {
  const path = join(root, file.path)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, file.text)
}

const isCheck = process.argv.includes('--check')
const stale: GeneratedFile[] = []
for (const stage of [generateSources, generateRunning]) {
  const changed = (await stage()).filter((file) => current(file) !== file.text)
  if (!isCheck) changed.forEach(write)
  stale.push(...changed)
}
const paths = stale.map((file) => `  ${file.path}`).join('\n')
if (isCheck) {
  if (stale.length > 0) {
    process.stderr.write(`These generated files are stale; run npm run generate:\n${paths}\n`)
    process.exitCode = 1
  }
} else {
  process.stdout.write(stale.length === 0 ? 'Generated files are up to date.\n' : `Generated:\n${paths}\n`)
}
