import { byId } from './dom.ts'
import type { FindNear } from './nearness.ts'
import { PictureView } from './picture-view.ts'
import { Tabs, tabOf } from './tabs.ts'
import type { Thing } from './things.ts'

type PictureName = 'graph' | 'lineage'

/** What the pictures of a page need to know and do. */
export interface PicturesSettings {
  readonly things: readonly Thing[]
  readonly choose: (id: string) => void
  /** What belongs to what is chosen, in each picture. */
  readonly near: Readonly<Record<PictureName, FindNear>>
}

const names: readonly PictureName[] = ['graph', 'lineage']

/** The pictures of a page, of which one is seen at a time; what is chosen in one is chosen in the other. */
export class Pictures {
  readonly #settings: PicturesSettings
  readonly #views: Map<PictureName, PictureView> = new Map()
  readonly #tabs: Tabs
  #seen: PictureName = 'graph'
  #chosen: string | undefined

  constructor(settings: PicturesSettings) {
    this.#settings = settings
    this.#tabs = new Tabs(names.flatMap((name) => tabOf(name, () => this.#show(name)) ?? []))
    this.#views.set('graph', this.#make('graph'))
    // While nothing has the keyboard, as on a fresh page, it is the picture's.
    document.addEventListener('keydown', (event) => {
      if (event.target === document.body) this.seen.key(event)
    })
  }

  /** The picture that is seen. */
  get seen(): PictureView {
    return this.#view(this.#seen)
  }

  mark(id: string | undefined): void {
    this.#chosen = id
    for (const view of this.#views.values()) view.mark(id)
  }

  /** Brings something into the middle, of the other picture where this one does not have it. */
  reach(id: string, takesFocus: boolean): void {
    if (!this.seen.has(id)) {
      const other = names.findIndex((name) => document.querySelector(`#${name} g[data-item="${id}"]`) !== null)
      if (other >= 0) this.#tabs.show(other)
    }
    this.seen.reach(id, takesFocus)
  }

  #show(name: PictureName): void {
    this.#seen = name
    const view = this.#view(name)
    view.mark(this.#chosen)
    if (this.#chosen !== undefined) view.reach(this.#chosen, false)
  }

  /** A picture is made ready when it is first seen: before, nothing in it has a size. */
  #view(name: PictureName): PictureView {
    const known = this.#views.get(name)
    if (known !== undefined) return known
    const made = this.#make(name)
    this.#views.set(name, made)
    return made
  }

  #make(name: PictureName): PictureView {
    const { things, choose, near } = this.#settings
    return new PictureView(byId(name, SVGSVGElement), { things, choose, near: near[name] })
  }
}
