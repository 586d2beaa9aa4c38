import { relative } from 'node:path'
import { INSTRUMENTER_CONSTANTS, type InstrumenterContext } from '@stryker-mutator/api/core'
import { type TestResult, TestStatus } from '@stryker-mutator/api/test-runner'
import { type Suite, startTests, type Task, type Test } from '@vitest/runner'
import { inject } from 'vitest'
import { VitestTestRunner } from 'vitest/runners'
import { CoverageRecorder } from './coverage-recorder.ts'
import { forgetAll } from './forgetting.ts'
import { type Answer, channelName, fileOf, type Order, testId } from './protocol.ts'

/** What the runner of Vitest holds of its thread. */
interface Thread {
  filepath: string
  readonly evaluatedModules: {
    readonly fileToModulesMap: ReadonlyMap<string, ReadonlySet<object>>
    invalidateModule(node: object): void
  }
}

function fullName(task: Task): string {
  const names = [task.name]
  for (let suite: Suite | undefined = task.suite; suite !== undefined; suite = suite.suite) names.unshift(suite.name)
  return names.join(' ')
}

function resultOf(test: Test, id: string): TestResult {
  const { result } = test
  const told = { id, name: fullName(test), timeSpentMs: result?.duration ?? 0, fileName: test.file.filepath }
  if (result?.state === 'pass') return { ...told, status: TestStatus.Success }
  if (result?.state !== 'fail') return { ...told, status: TestStatus.Skipped }
  return { ...told, status: TestStatus.Failed, failureMessage: result.errors?.[0]?.message ?? 'It failed.' }
}

/** How long a test may take with a mutant, in milliseconds: those that take long without one are not run. */
const patience = 3_000

/** Runs the tests of some files once, as Vitest would, and keeps what became of them. */
class OneRun {
  readonly results: TestResult[] = []
  isStopped = false

  readonly #context: InstrumenterContext
  readonly #wanted: ReadonlySet<string> | undefined
  readonly stopsAtFailure: boolean

  constructor(context: InstrumenterContext, wanted: ReadonlySet<string> | undefined, stopsAtFailure: boolean) {
    this.#context = context
    this.#wanted = wanted
    this.stopsAtFailure = stopsAtFailure
  }

  before(test: Task): void {
    const isWanted = this.#wanted === undefined || this.#wanted.has(this.#idOf(test))
    if (this.isStopped || !isWanted) test.mode = 'skip'
    else if (!this.stopsAtFailure) {
      // What an earlier test has had remembered, this one would not reach.
      forgetAll()
      this.#context.currentTestId = this.#idOf(test)
    }
  }

  after(task: Task): void {
    Reflect.deleteProperty(this.#context, 'currentTestId')
    if (task.type !== 'test') return
    const result = resultOf(task, this.#idOf(task))
    this.results.push(result)
    if (result.status === TestStatus.Failed && this.stopsAtFailure) this.isStopped = true
  }

  /** A group that could not be set up has no test that failed, and a file that could not be loaded none at all. */
  afterSuite(suite: Suite): void {
    if (suite.result?.state !== 'fail' || suite.result.errors === undefined || suite.result.errors.length === 0) return
    const [error] = suite.result.errors
    const file = relative(process.cwd(), suite.file.filepath)
    const told = { id: testId(file, suite.name), name: suite.name, timeSpentMs: 0, fileName: suite.file.filepath }
    this.results.push({ ...told, status: TestStatus.Failed, failureMessage: error?.message ?? 'It failed.' })
    this.isStopped = this.stopsAtFailure
  }

  #idOf(task: Task): string {
    return testId(relative(process.cwd(), task.file.filepath), fullName(task))
  }
}

/** Vitest's runner in a thread that runs tests as often as it is asked to, until it is told to end. */
// biome-ignore lint/style/noDefaultExport: Vitest takes the runner that is the default export of a file.
export default class ResidentVitestRunner extends VitestTestRunner {
  readonly #channel = new BroadcastChannel(channelName)
  readonly #context: InstrumenterContext

  constructor(config: ConstructorParameters<typeof VitestTestRunner>[0]) {
    super(config)
    const namespace = INSTRUMENTER_CONSTANTS.NAMESPACE
    const known: InstrumenterContext = Reflect.get(globalThis, namespace) ?? {}
    Reflect.set(globalThis, namespace, known)
    this.#context = known
  }

  /** Vitest has one file to run, which only is there to hold the thread; the tests are run while it waits for that. */
  async onBeforeRunFiles(): Promise<void> {
    const orders: Order[] = []
    let wake = (): void => undefined
    this.#channel.onmessage = ({ data }: { data: Order }) => {
      orders.push(data)
      wake()
    }
    // No mutant is active while the source is loaded: what it would leave there, all later ones would find.
    await this.#run(new OneRun(this.#context, new Set(), false), inject('mutationTests'))
    this.#channel.postMessage({ ...noAnswer, id: 0 } satisfies Answer)
    for (;;) {
      if (orders.length === 0) await new Promise<void>((resolve) => (wake = resolve))
      const order = orders.shift()
      if (order === undefined) continue
      if (order.kind === 'end') break
      this.#channel.postMessage(await this.#carryOut(order))
    }
    this.#channel.close()
  }

  async #carryOut(order: Order): Promise<Answer> {
    try {
      if (order.mutant === undefined) return { ...noAnswer, ...(await this.#record()), id: order.id }
      const run = new OneRun(this.#context, new Set(order.tests), true)
      Object.assign(this.#context, { activeMutant: order.mutant, hitCount: 0, hitLimit: order.hitLimit })
      await this.#run(run, [...new Set(order.tests?.map(fileOf))])
      return { ...noAnswer, id: order.id, tests: run.results, hitCount: this.#context.hitCount }
    } catch (error) {
      return { ...noAnswer, id: order.id, error: String(error) }
    } finally {
      Reflect.deleteProperty(this.#context, 'activeMutant')
    }
  }

  /** Runs all tests and records what each reaches. */
  async #record(): Promise<Pick<Answer, 'tests' | 'coverage'>> {
    const recorder = new CoverageRecorder(this.#context)
    const results: TestResult[] = []
    for (const file of inject('mutationTests')) {
      const run = new OneRun(this.#context, undefined, false)
      await this.#run(run, [file])
      recorder.fileEnded(run.results)
      results.push(...run.results)
    }
    return { tests: results, coverage: recorder.coverage() }
  }

  async #run(run: OneRun, files: readonly string[]): Promise<void> {
    forgetAll()
    this.#unload()
    for (const file of files) {
      if (run.isStopped) return
      const loaded = await startTests([`${process.cwd()}/${file}`], this.#runnerOf(run, file))
      for (const suite of loaded) run.afterSuite(suite)
    }
  }

  /** This runner for one file, which tells nobody what becomes of its tests. */
  #runnerOf(run: OneRun, file: string): this {
    this.#thread.filepath = `${process.cwd()}/${file}`
    const inner: this = Object.create(this)
    const { testTimeout } = this.config
    return Object.assign(inner, {
      config: { ...this.config, testTimeout: run.stopsAtFailure ? patience : testTimeout },
      onBeforeRunFiles: undefined,
      onCollected: undefined,
      onTaskUpdate: undefined,
      onAfterRunFiles: undefined,
      onBeforeRunTask: async (test: Task) => run.before(test),
      onAfterRunTask: (task: Task) => run.after(task),
      onAfterRunSuite: async (suite: Suite) => run.afterSuite(suite),
    })
  }

  get #thread(): Thread {
    return Reflect.get(this, 'workerState')
  }

  /** Makes the thread load again what is not source: a test may hold what an earlier mutant made. */
  #unload(): void {
    const { evaluatedModules } = this.#thread
    const folder = `${process.cwd()}/test/`
    for (const [file, nodes] of evaluatedModules.fileToModulesMap) {
      if (file.startsWith(folder)) for (const node of nodes) evaluatedModules.invalidateModule(node)
    }
  }
}

const noAnswer = { tests: [], coverage: undefined, hitCount: undefined, error: undefined }
