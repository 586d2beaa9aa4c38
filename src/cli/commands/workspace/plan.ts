import { resolve } from 'node:path'
import { writePlan } from '../../../dataworks/plan/plan-file.ts'
import { shellWord } from '../../../diagnostics/shell-word.ts'
import { printable } from '../../../diagnostics/show-value.ts'
import type { CommandCall, CommandDefinition } from '../../command.ts'
import { UsageError } from '../../command-error.ts'
import { type ExitCode, exitCodes } from '../../exit-codes.ts'
import { sameDeploy } from '../../service/next-command.ts'
import { openTarget } from '../../service/open-target.ts'
import { takePlanFile } from '../../service/plan-file-of.ts'
import { planTarget } from '../../service/plan-target.ts'
import { isRefusedAnyway, refusedFlags } from '../../service/refused-flags.ts'
import { allowOptions, emulatorOption, recordOption, workspaceOptions } from '../../service/service-options.ts'
import { warningsInJson } from '../../service/tell-warnings.ts'
import { formatOption, pathsArgument } from '../../shared-options.ts'
import { shownPath } from '../../sources/source-files.ts'
import { jsonText } from '../../text/json-text.ts'
import { paletteOf } from '../../text/palette.ts'
import { planText } from '../../text/plan-text.ts'
import { listed } from '../../text/words.ts'

/** @throws UsageError for the file of a plan in the place of pipelines */
async function refusePlanFile(call: CommandCall): Promise<void> {
  const { approved, call: others } = await takePlanFile(call)
  if (approved === undefined) return
  const file = call.words.find((word) => !others.words.includes(word)) ?? ''
  throw new UsageError(`${printable(file)} is a plan, and no pipeline.`, {
    next: `flowspec deploy ${shellWord(file)} carries it out.`,
  })
}

async function run(call: CommandCall): Promise<ExitCode> {
  const { console, options } = call
  await refusePlanFile(call)
  const target = await openTarget(call)
  try {
    const { planned, warnings } = await planTarget(target, call)
    const { name: environment, identifier } = target.environment
    if (options.text('format') === 'json') {
      const { version: _, ...data } = planned.toJSON()
      const result = { environment, identifier, isEmpty: planned.isEmpty, ...data, warnings: warningsInJson(warnings) }
      console.write(jsonText('plan', result))
    } else console.write(planText(planned, paletteOf(console.hasColors)))
    const out = options.text('out')
    if (out !== undefined) {
      const path = resolve(console.cwd, out)
      await writePlan(path, planned)
      const shown = shownPath(path, console.cwd)
      const next = ['flowspec deploy', ...[...call.words, shown].map(shellWord)].join(' ') + sameDeploy(call)
      console.tell(`Wrote ${shown}; ${next} carries out this plan or nothing.\n`)
    }
    const flags = refusedFlags(planned)
    if (isRefusedAnyway(planned)) console.tell('A deploy refuses what is marked with "refused".\n')
    if (flags.length > 0) console.tell(`A deploy refuses some of this without ${listed(flags)}.\n`)
    return planned.isEmpty ? exitCodes.clean : exitCodes.changes
  } finally {
    await target.stop()
  }
}

/** `flowspec plan`: what a deploy would change. */
export const plan: CommandDefinition = {
  about:
    'Compares pipelines with a workspace and says what a deploy would do. Changes nothing. Ends with 3 when there are changes.',
  arguments: [pathsArgument],
  options: [
    ...workspaceOptions,
    emulatorOption,
    ...allowOptions,
    recordOption,
    { flags: '--out <file>', about: 'write the plan there, for flowspec deploy <file>' },
    formatOption('json'),
  ],
  examples: [
    { call: 'flowspec plan --env prod', does: 'tells what a deploy of the project would change' },
    {
      call: 'flowspec plan --env prod --out prod.plan.json',
      does: 'keeps the plan, to be looked at and deployed as it is',
    },
  ],
  run,
}
