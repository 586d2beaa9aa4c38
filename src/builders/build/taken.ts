import type { CitedOwner } from '../../check/project/cited-owner.ts'

/** What a document takes from elsewhere by builders and not by names: only these know what they are of. */
export class Taken {
  /** Who offers the outputs of handles, by these. */
  readonly owners: Map<string, CitedOwner> = new Map()
}
