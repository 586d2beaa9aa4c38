import { schemaBundle } from '../../language/schema/bundle.ts'
import type { CommandCall, CommandDefinition } from '../command.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { outOption } from '../shared-options.ts'
import { writeResult } from '../text/write-results.ts'

async function run(call: CommandCall): Promise<ExitCode> {
  writeResult(call, `${JSON.stringify(schemaBundle(), undefined, 2)}\n`)
  return exitCodes.clean
}

/** `flowspec schema`: the language as JSON Schema. */
export const schema: CommandDefinition = {
  about: 'Prints the JSON Schema of FlowSpec documents, with which editors complete and check JSON and YAML.',
  arguments: [],
  options: [outOption],
  examples: [{ call: 'flowspec schema --out .vscode/flowspec.schema.json', does: 'writes it for an editor' }],
  run,
}
