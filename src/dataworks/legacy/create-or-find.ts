import { isDataWorksError } from '../errors/data-works-error.ts'

/** Something that is there, and whether it was made just now. */
export interface Made<Item> {
  readonly item: Item
  readonly created: boolean
}

/** How something is looked for, and made. */
export interface Making<Item> {
  readonly find: () => Promise<Item | undefined>
  readonly create: () => Promise<Item>
}

const mostAttempts = 3

/**
 * Makes what a look at the workspace did not find there. An answer that was lost is not asked for again by making it twice:
 * it is looked for first, and its name, which is unique, keeps a second one from being made where a list does not show it yet.
 */
export async function createOrFind<Item>(there: Item | undefined, { find, create }: Making<Item>): Promise<Made<Item>> {
  if (there !== undefined) return { item: there, created: false }
  for (let attempt = 1; ; attempt++) {
    try {
      return { item: await create(), created: true }
    } catch (error) {
      const found = await find()
      if (found !== undefined) return { item: found, created: true }
      if (attempt === mostAttempts || !isDataWorksError(error) || !error.ambiguous) throw error
    }
  }
}
