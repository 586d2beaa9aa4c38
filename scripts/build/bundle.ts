import { basename, join } from 'node:path'
import { type Plugin, rolldown } from 'rolldown'
import { type EntryPoint, type Program, projectFolder } from './entry-points.ts'

/** Collects the modules that some entries load, themselves among them, once all modules have been read. */
function reachedFrom(entries: readonly string[], reached: readonly Set<string>[]): Plugin {
  return {
    name: 'reached-from',
    buildEnd() {
      for (const [at, entry] of entries.entries()) {
        const queue = reached[at]?.add(projectFolder + entry) ?? []
        for (const id of queue) for (const next of this.getModuleInfo(id)?.importedIds ?? []) reached[at]?.add(next)
      }
    },
  }
}

const bridge = 'commonjs-bridge/'

/** Leaves CommonJS modules outside the bundle and collects them: they are shipped beside it as they are. */
function keepCommonJs(kept: Set<string>): Plugin {
  return {
    name: 'keep-commonjs',
    resolveId: {
      filter: { id: /^\..*\.cjs$/ },
      handler(path, importer = '') {
        kept.add(join(importer, '..', path))
        return { id: bridge + basename(path), external: true }
      },
    },
  }
}

const beyondAscii = /[^\0-\x7f]/g

/** A template of which the text as written is asked for, so that an escape in it is another text. */
const rawTemplate = /String\.raw`[^`]*[^`\0-\x7f]/

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/**
 * Writes characters beyond ASCII as escapes, which texts, templates and patterns have alike: of a file with one such
 * character an engine keeps all as text of twice the size, and takes longer to read it. Columns in the maps shift in the
 * lines that have some.
 */
function writeAscii(): Plugin {
  return {
    name: 'write-ascii',
    generateBundle(_options, files) {
      for (const file of Object.values(files)) {
        if (file.type !== 'chunk') continue
        if (rawTemplate.test(file.code))
          throw new Error(`${file.fileName}: a raw template has a character beyond ASCII`)
        file.code = file.code.replace(beyondAscii, escaped)
      }
    },
  }
}

/**
 * Bundles the entries and programs into one flat folder of ES modules; what several entries use lands in shared chunks, so that a
 * class such as `FlowSpecError` is the same object whichever entry it came from. Dependencies stay outside.
 *
 * Each file takes about half a millisecond to load, so what the schedule entry loads is one chunk, and what the core
 * loads beside it another. What of these the command loads before it knows what it is called for is a chunk of its own: its
 * help needs some functions of them and nothing else. Names and lines stay as they are: an error that nobody caught shows frames one can read, and
 * who bundles the package minifies it. The maps beside them lead debuggers, and `node --enable-source-maps`, to the sources.
 *
 * @returns the CommonJS modules that the bundles refer to and that must be copied beside them
 */
export async function bundle(
  entries: readonly EntryPoint[],
  programs: readonly Program[],
  outFolder: string,
): Promise<ReadonlySet<string>> {
  const kept = new Set<string>()
  const sourceOf = (specifier: string): string => entries.find((entry) => entry.specifier === specifier)?.source ?? ''
  const [start, schedule, core] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const bundler = await rolldown({
    cwd: projectFolder,
    input: Object.fromEntries([...entries, ...programs].map((one) => [basename(one.bundle, '.js'), one.source])),
    // Neutral: neither Node nor a browser is assumed, so nothing of either is put in.
    platform: 'neutral',
    external: /^[^./]/,
    plugins: [
      writeAscii(),
      keepCommonJs(kept),
      reachedFrom(
        [programs[0]?.source ?? '', sourceOf('flowspec/schedule'), sourceOf('flowspec')],
        [start, schedule, core],
      ),
    ],
    onLog: (level, { message }) => {
      if (level === 'warn') throw new Error(message)
    },
  })
  await bundler.write({
    dir: outFolder,
    format: 'esm',
    // Frames then lead to the sources, whose text stands in the maps: the package does not hold them otherwise.
    sourcemap: true,
    chunkFileNames: 'shared-[hash].js',
    // Programs that import one name need the marks of what can be left out.
    paths: (id) => id.replace(bridge, './'),
    comments: { annotation: true, jsdoc: false, legal: false },
    codeSplitting: {
      groups: [
        { name: 'start', priority: 3, test: (id) => start.has(id) && core.has(id) },
        { name: 'schedule', priority: 2, test: (id) => schedule.has(id) },
        { name: 'core', priority: 1, test: (id) => core.has(id) },
      ],
    },
  })
  await bundler.close()
  return kept
}
