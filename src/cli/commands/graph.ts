import { toDot } from '../../graph/drawing/dot.ts'
import { toMermaid } from '../../graph/drawing/mermaid.ts'
import type { RenderDirection, RenderOptions } from '../../graph/drawing/render-options.ts'
import { toSvg } from '../../graph/svg/to-svg.ts'
import type { CommandCall, CommandDefinition } from '../command.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { configOption, environmentOption, outOption, pathsArgument } from '../shared-options.ts'
import { loadDocuments } from '../sources/load-documents.ts'
import { writeResult } from '../text/write-results.ts'

const directions: readonly RenderDirection[] = ['LR', 'RL', 'TB', 'BT']

type Draw = (documents: object, options: RenderOptions) => string

const formats: ReadonlyMap<string, Draw> = new Map([
  ['mermaid', toMermaid],
  ['dot', toDot],
  ['svg', toSvg],
])

async function run(call: CommandCall): Promise<ExitCode> {
  const { options } = call
  const draw = formats.get(options.text('format') ?? '') ?? toMermaid
  const direction = directions.find((one) => one === options.text('direction')) ?? 'LR'
  const documents = await loadDocuments(call)
  const drawn = draw(
    documents.map(({ document }) => document),
    { direction, externals: !options.flag('inside'), variables: options.flag('variables') },
  )
  writeResult(call, drawn)
  return exitCodes.clean
}

/** `flowspec graph`: pictures of pipelines. */
export const graph: CommandDefinition = {
  about: 'Draws what comes after what: workflows, nodes, loops and branches, and what they depend on.',
  arguments: [pathsArgument],
  options: [
    environmentOption,
    configOption,
    { flags: '--format <format>', about: 'kind of the picture', choices: [...formats.keys()], fallback: 'mermaid' },
    { flags: '--direction <direction>', about: 'where arrows point', choices: directions, fallback: 'LR' },
    { flags: '--inside', about: 'leave out what stands outside of the documents' },
    { flags: '--variables', about: 'say which variables go along the arrows' },
    outOption,
  ],
  examples: [
    { call: 'flowspec graph pipelines/orders.ts', does: 'prints a flowchart that GitHub and GitLab show' },
    {
      call: 'flowspec graph --format svg --out orders.svg',
      does: 'draws the project, light or dark as its reader likes',
    },
  ],
  run,
}
