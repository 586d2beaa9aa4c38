import { once } from 'node:events'
import { startEmulator } from '../../emulator/emulator.ts'
import type { EmulatorProject } from '../../emulator/options.ts'
import type { CommandCall, CommandDefinition } from '../command.ts'
import { UsageError } from '../command-error.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { formatOption } from '../shared-options.ts'
import { jsonText } from '../text/json-text.ts'
import { paletteOf } from '../text/palette.ts'

/** Workspaces as a call has them: `10000=dw_project`. */
function projectsOf({ options }: CommandCall): readonly EmulatorProject[] {
  return [...options.pairs('workspace')].map(([id, identifier]) => ({ id, identifier }))
}

async function started(call: CommandCall) {
  const projects = projectsOf(call)
  const port = call.options.integer('port', [0, 65_535]) ?? 0
  try {
    return await startEmulator({ port, ...(projects.length === 0 ? {} : { projects }) })
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    if (isTaken) throw new UsageError(`Port ${port} is taken.`, { next: 'Name another one.', cause: error })
    if (!(error instanceof TypeError)) throw error
    throw new UsageError(error.message, { next: 'A workspace is written --workspace 10000=dw_project.', cause: error })
  }
}

async function run(call: CommandCall): Promise<ExitCode> {
  const { console, options } = call
  const palette = paletteOf(console.hasColors)
  const emulator = await started(call)
  try {
    const { url, credentials } = emulator
    const workspaces = emulator.projects.map(({ id, identifier }) => ({ projectId: id, identifier }))
    if (options.text('format') === 'json') console.write(jsonText('emulator', { url, credentials, workspaces }))
    else {
      const lines = [
        palette.strong(url),
        ...workspaces.map(({ projectId, identifier }) => `  workspace ${projectId} (${identifier})`),
        '',
        `export ALIBABA_CLOUD_ACCESS_KEY_ID=${credentials.accessKeyId}`,
        `export ALIBABA_CLOUD_ACCESS_KEY_SECRET=${credentials.accessKeySecret}`,
        `flowspec deploy --endpoint ${url} --project-id ${workspaces[0]?.projectId}`,
        '',
        palette.faint('Nothing of it is kept. Ctrl-C ends it.'),
      ]
      console.write(`${lines.join('\n')}\n`)
    }
    if (!console.signal.aborted) await once(console.signal, 'abort')
    return exitCodes.clean
  } finally {
    await emulator.stop()
  }
}

/** `flowspec emulator`: the service on this machine. */
export const emulator: CommandDefinition = {
  about: 'Starts an emulator of the DataWorks OpenAPI on 127.0.0.1 and prints how to reach it, until it is stopped.',
  arguments: [],
  options: [
    { flags: '--port <number>', about: 'TCP port; a free one when left out' },
    {
      flags: '--workspace <id=name>',
      about: 'a workspace; 10000=dw_project, and a legacy one, when left out',
      isList: true,
    },
    formatOption('json'),
  ],
  examples: [{ call: 'flowspec emulator --port 8070 --workspace 10000=shop', does: 'stands for a workspace shop' }],
  run,
}
