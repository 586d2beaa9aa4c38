import { byId } from './dom.ts'

/** One of several views of which one is seen at a time. */
export interface Tab {
  readonly button: HTMLButtonElement
  readonly panel: HTMLElement
  /** Called whenever it comes to be seen. */
  readonly shown: () => void
}

/** A view of the page by its name; undefined where the page does not have it. */
export function tabOf(name: string, shown: () => void): Tab | undefined {
  if (document.getElementById(`tab-${name}`) === null) return undefined
  return { button: byId(`tab-${name}`, HTMLButtonElement), panel: byId(`view-${name}`, HTMLElement), shown }
}

/** Shows one view of several; arrows go from tab to tab, as everywhere. */
export class Tabs {
  readonly #tabs: readonly Tab[]

  constructor(tabs: readonly Tab[]) {
    this.#tabs = tabs
    for (const [at, { button }] of tabs.entries()) {
      button.addEventListener('click', () => this.show(at))
      button.addEventListener('keydown', (event) => this.#key(event, at))
    }
  }

  show(place: number): void {
    for (const [at, { button, panel }] of this.#tabs.entries()) {
      button.setAttribute('aria-selected', String(at === place))
      button.tabIndex = at === place ? 0 : -1
      panel.hidden = at !== place
    }
    this.#tabs[place]?.shown()
  }

  #key(event: KeyboardEvent, at: number): void {
    const count = this.#tabs.length
    const targets: Readonly<Record<string, number>> = {
      ArrowRight: (at + 1) % count,
      ArrowLeft: (at + count - 1) % count,
      Home: 0,
      End: count - 1,
    }
    const target = targets[event.key]
    if (target === undefined) return
    event.preventDefault()
    this.show(target)
    this.#tabs[target]?.button.focus()
  }
}
