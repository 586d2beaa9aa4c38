import { BodyImpl } from './body-impl.ts'

/** What the builders of both loops have in common. */
export class LoopImpl<Name extends string, Needs extends string> extends BodyImpl<Name, Needs> {
  get round(): string {
    return '${dag.loopTimes}'
  }

  get offset(): string {
    return '${dag.offset}'
  }

  maxIterations(maxIterations: number): BodyImpl<Name, Needs> {
    return this.withParts(() => ({ maxIterations }))
  }
}
