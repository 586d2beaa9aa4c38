import type { StrykerOptions } from '@stryker-mutator/api/core'
import { commonTokens, declareFactoryPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin'
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestRunner,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner'
import { createVitest, type Vitest } from 'vitest/node'
import { type Answer, channelName, type Order } from './protocol.ts'

function resultOf({ tests, coverage, error }: Answer): DryRunResult {
  if (error !== undefined) return { status: DryRunStatus.Error, errorMessage: error }
  return { status: DryRunStatus.Complete, tests, ...(coverage === undefined ? {} : { mutantCoverage: coverage }) }
}

/**
 * Runs tests for Stryker in one thread that stays: the source is loaded once, and for each mutant only the files of the
 * tests that reach it are loaded again. Stryker's own runner for Vitest loads everything for each mutant, which takes
 * ten times as long.
 */
class ResidentRunner implements TestRunner {
  readonly #config: string
  readonly #channel = new BroadcastChannel(channelName)
  readonly #waiting = new Map<number, (answer: Answer) => void>()
  #vitest: Vitest | undefined
  #ended: Promise<unknown> = Promise.resolve()
  #last = 0

  constructor(options: StrykerOptions) {
    this.#config = String(options['resident'])
    this.#channel.onmessage = ({ data }: { data: Answer }) => {
      this.#waiting.get(data.id)?.(data)
      this.#waiting.delete(data.id)
    }
  }

  capabilities(): { reloadEnvironment: boolean } {
    return { reloadEnvironment: false }
  }

  async init(): Promise<void> {
    process.env['VITEST'] = '1'
    const listening = this.#answer(0)
    this.#vitest = await createVitest('test', { config: this.#config, watch: false, coverage: { enabled: false } })
    this.#ended = this.#vitest.start()
    const failed = this.#ended.then(() => Promise.reject(new Error('the tests ended before they were asked for')))
    await Promise.race([listening, failed])
  }

  async dryRun(): Promise<DryRunResult> {
    return resultOf(await this.#order({ tests: undefined, mutant: undefined, hitLimit: undefined }))
  }

  async mutantRun({ testFilter, activeMutant, hitLimit }: MutantRunOptions): Promise<MutantRunResult> {
    const answer = await this.#order({ tests: testFilter, mutant: activeMutant.id, hitLimit })
    return toMutantRunResult(determineHitLimitReached(answer.hitCount, hitLimit) ?? resultOf(answer))
  }

  async dispose(): Promise<void> {
    void this.#order({ tests: [], mutant: undefined, hitLimit: undefined }, 'end')
    await this.#ended
    this.#channel.close()
    await this.#vitest?.close()
  }

  #answer(id: number): Promise<Answer> {
    return new Promise((resolve) => this.#waiting.set(id, resolve))
  }

  #order(order: Omit<Order, 'id' | 'kind'>, kind: Order['kind'] = 'run'): Promise<Answer> {
    const id = ++this.#last
    const answer = this.#answer(id)
    this.#channel.postMessage({ ...order, id, kind } satisfies Order)
    return answer
  }
}

function residentRunner(options: StrykerOptions): ResidentRunner {
  return new ResidentRunner(options)
}
residentRunner.inject = tokens(commonTokens.options)

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'resident', residentRunner)]
