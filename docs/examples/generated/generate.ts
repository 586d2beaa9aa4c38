import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeJson } from 'flowspec'
import { workflows } from './workflows.ts'

// Writes one FlowSpec file a workflow into the folder given on the command line.
const folder = process.argv[2]
if (folder === undefined) throw new Error('usage: generate.ts FOLDER')
mkdirSync(folder, { recursive: true })
for (const workflow of workflows) {
  writeFileSync(join(folder, `${workflow.name}.json`), `${writeJson(workflow.build({ project: 'retail' }))}\n`)
}
process.stdout.write(`${workflows.length} workflows written to ${folder}\n`)
