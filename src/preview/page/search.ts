import { byId, element } from './dom.ts'
import { shownName, type Thing } from './things.ts'

const most = 12

/** How well a name fits what is looked for; undefined when it does not. The less the better. */
function fitness(written: string, wanted: string): number | undefined {
  const name = written.toLowerCase()
  const at = name.indexOf(wanted)
  if (at >= 0) return at === 0 ? 0 : 1
  let from = 0
  for (const character of wanted) {
    const found = name.indexOf(character, from)
    if (found < 0) return undefined
    from = found + 1
  }
  return 2
}

/** What stands beside a name that was found. */
function besideName(thing: Thing): string {
  const parts = thing.kind === 'table' ? ['table', thing.engine] : [thing.workflow, thing.command]
  return parts.filter((text) => text !== '').join(' · ')
}

/** The field that finds things by their names, also by some of their letters in order. */
export class Search {
  readonly #things: readonly Thing[]
  readonly #choose: (id: string) => void
  readonly #input: HTMLInputElement
  readonly #list: HTMLUListElement
  #found: readonly Thing[] = []
  #active = 0

  constructor(things: readonly Thing[], choose: (id: string) => void) {
    this.#things = things
    this.#choose = choose
    this.#input = byId('search', HTMLInputElement)
    this.#list = byId('found', HTMLUListElement)
    this.#input.addEventListener('input', () => this.#look())
    this.#input.addEventListener('keydown', (event) => this.#key(event))
    this.#input.addEventListener('blur', () => this.#close())
    document.addEventListener('keydown', (event) => {
      if (event.key !== '/' || event.target instanceof HTMLInputElement) return
      event.preventDefault()
      this.#input.focus()
      this.#input.select()
    })
  }

  #look(): void {
    const wanted = this.#input.value.trim().toLowerCase()
    const fits =
      wanted === ''
        ? []
        : this.#things.flatMap((thing, place) => {
            const rank = fitness(thing.name, wanted)
            return rank === undefined ? [] : [{ thing, place, rank, length: thing.name.length }]
          })
    fits.sort((left, right) => left.rank - right.rank || left.length - right.length || left.place - right.place)
    this.#found = fits.slice(0, most).map(({ thing }) => thing)
    this.#active = 0
    this.#show()
  }

  #show(): void {
    const options = this.#found.map((thing, at) => this.#option(thing, at))
    const isNothing = this.#input.value.trim() !== '' && options.length === 0
    if (isNothing)
      options.push(
        element('li', { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, 'Nothing has such a name'),
      )
    this.#list.replaceChildren(...options)
    this.#list.hidden = options.length === 0
    this.#input.setAttribute('aria-expanded', String(options.length > 0))
    if (this.#found.length > 0) this.#input.setAttribute('aria-activedescendant', `found-${this.#active}`)
    else this.#input.removeAttribute('aria-activedescendant')
  }

  #option(thing: Thing, at: number): HTMLLIElement {
    const option = element(
      'li',
      { id: `found-${at}`, role: 'option', 'aria-selected': String(at === this.#active) },
      element('span', {}, shownName(thing)),
      element('span', { class: 'quiet' }, besideName(thing)),
    )
    // Before the field loses the keyboard, which closes the list.
    option.addEventListener('pointerdown', (event) => {
      event.preventDefault()
      this.#take(at)
    })
    return option
  }

  #take(at: number): void {
    const thing = this.#found[at]
    if (thing === undefined) return
    this.#close()
    this.#choose(thing.id)
  }

  #close(): void {
    this.#found = []
    this.#list.hidden = true
    this.#input.setAttribute('aria-expanded', 'false')
    this.#input.removeAttribute('aria-activedescendant')
  }

  #key(event: KeyboardEvent): void {
    const { key } = event
    const count = this.#found.length
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (count > 0) this.#active = (this.#active + (key === 'ArrowDown' ? 1 : count - 1)) % count
      this.#show()
    } else if (key === 'Enter') this.#take(this.#active)
    else if (key === 'Escape') {
      this.#input.value = ''
      this.#close()
    } else return
    event.preventDefault()
  }
}
