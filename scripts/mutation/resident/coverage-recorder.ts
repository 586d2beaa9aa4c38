import type { InstrumenterContext, MutantCoverage } from '@stryker-mutator/api/core'
import type { TestResult } from '@stryker-mutator/api/test-runner'

/** How long a test may take for mutants to wait for it, in milliseconds: each mutant that lives waits for all it has. */
const patience = 400

type Hits = MutantCoverage['static']

/** Takes what was counted, so that counting starts again; the source holds on to the object. */
function taken(hits: Hits): Hits {
  const copy = { ...hits }
  for (const mutant of Object.keys(hits)) Reflect.deleteProperty(hits, mutant)
  return copy
}

/**
 * Records which tests reach which mutant. It is made when all files are loaded: what was reached until then runs when
 * the source is loaded. What is reached outside of a test after that, a file of tests reaches when it is loaded, and it is
 * loaded with each mutant, so that all its tests can notice.
 */
export class CoverageRecorder {
  readonly #counted: MutantCoverage
  readonly #whenLoaded: Hits
  readonly #perTest: MutantCoverage['perTest'] = {}

  constructor(context: InstrumenterContext) {
    this.#counted = context.mutantCoverage ??= { static: {}, perTest: {} }
    this.#whenLoaded = taken(this.#counted.static)
  }

  /** Takes in what the tests of a file have reached. Those that take long count for nothing: quicker ones look there too. */
  fileEnded(tests: readonly TestResult[]): void {
    const ofFile = taken(this.#counted.static)
    for (const { id, timeSpentMs } of tests) {
      if (timeSpentMs <= patience) this.#perTest[id] = { ...ofFile, ...this.#counted.perTest[id] }
    }
  }

  coverage(): MutantCoverage {
    const reached = new Set(Object.values(this.#perTest).flatMap((hits) => Object.keys(hits)))
    const onlyWhenLoaded = Object.entries(this.#whenLoaded).filter(([mutant]) => !reached.has(mutant))
    return { static: Object.fromEntries(onlyWhenLoaded), perTest: this.#perTest }
  }
}
