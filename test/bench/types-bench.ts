import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { projectFolder } from '../../scripts/build/entry-points.ts'
import { chainProgram } from '../types/chain-program.ts'
import { compile } from '../types/compile.ts'
import type { Figure } from './figure.ts'
import { measure } from './measure.ts'

const few = 10
const many = 2000

/** Milliseconds of the compiler over one program, against the built declarations; the least of some runs. */
function compileTime(text: string, folder: string): number {
  const file = join(folder, 'program.ts')
  writeFileSync(file, text)
  const compiler = join(projectFolder, 'node_modules/typescript/bin/tsc')
  const settings = [
    '--ignoreConfig',
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--target',
    'es2023',
    '--module',
    'nodenext',
  ]
  const argv = [compiler, ...settings, '--types', 'node', file]
  const times = Array.from({ length: 3 }, () =>
    measure(() => {
      const { status, stdout } = spawnSync(process.execPath, argv, { cwd: projectFolder, encoding: 'utf8' })
      if (status !== 0) throw new Error(`the program does not compile: ${stdout}`)
    }),
  )
  return Math.min(...times.map(({ ms }) => ms))
}

/** Milliseconds in which an editor has the faults of a program again after a change in its last line; the least of some. */
function editTime(text: string, folder: string): number {
  const file = join(folder, 'edited.ts')
  let version = 0
  const options: ts.CompilerOptions = {
    ...{ strict: true, skipLibCheck: true, noEmit: true, types: ['node'] },
    ...{ target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.NodeNext },
  }
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: (path) => (path === file ? String(version) : '0'),
    getScriptSnapshot: (path) => {
      const held = path === file ? `${text}\n// ${version}\n` : ts.sys.readFile(path)
      return held === undefined ? undefined : ts.ScriptSnapshot.fromString(held)
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: (path) => path === file || ts.sys.fileExists(path),
    readFile: (path) => ts.sys.readFile(path),
  })
  const times = Array.from({ length: 3 }, () => {
    version++
    return measure(() => {
      const [fault] = service.getSemanticDiagnostics(file)
      if (fault !== undefined) throw new Error(ts.flattenDiagnosticMessageText(fault.messageText, '\n'))
    }).ms
  })
  // The first time reads everything there is.
  return Math.min(...times.slice(1))
}

/** What the types of a workflow of 2,000 nodes in one call cost: type instantiations, which are the same in every run, and time. */
export function benchTypes(): Figure[] {
  const base = compile([chainProgram(few)]).instantiations
  const all = compile([chainProgram(many)]).instantiations
  // In the project, where the program finds the package by its name.
  const folder = mkdtempSync(join(projectFolder, 'dist-types-'))
  try {
    const [edit, smallEdit] = [editTime(chainProgram(many), folder), editTime(chainProgram(1), folder)]
    const [large, small] = [compileTime(chainProgram(many), folder), compileTime(chainProgram(1), folder)]
    return [
      {
        name: 'type instantiations',
        value: (all - base) / (many - few),
        unit: 'a node',
        most: 120,
        detail: `${all} for ${many} nodes`,
      },
      {
        name: `tsc of ${many} nodes / of one`,
        value: large / small,
        unit: '×',
        goal: 3,
        detail: `${large.toFixed(0)} ms / ${small.toFixed(0)} ms`,
      },
      {
        name: `an edit of a program of ${many} nodes in an editor`,
        value: edit,
        unit: 'ms',
        goal: 3000,
        detail: `of one node ${smallEdit.toFixed(0)} ms`,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
