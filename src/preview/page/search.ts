import type { PageData } from '../page-data.ts'
import { byId, element } from './dom.ts'

const most = 12

/** How well a name fits what is looked for; undefined when it does not. The less the better. */
function fitness(name: string, wanted: string): number | undefined {
  const at = name.toLowerCase().indexOf(wanted)
  if (at >= 0) return at === 0 ? 0 : 1
  let from = 0
  for (const character of wanted) {
    const found = name.toLowerCase().indexOf(character, from)
    if (found < 0) return undefined
    from = found + 1
  }
  return 2
}

/** The field that finds nodes by their names, also by some of their letters in order. */
export class Search {
  readonly #data: PageData
  readonly #choose: (place: number) => void
  readonly #input: HTMLInputElement
  readonly #list: HTMLUListElement
  #found: readonly number[] = []
  #active = 0

  constructor(data: PageData, choose: (place: number) => void) {
    this.#data = data
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
        : this.#data.items.flatMap(({ name }, place) => {
            const rank = fitness(name, wanted)
            return rank === undefined ? [] : [{ place, rank, length: name.length }]
          })
    fits.sort((left, right) => left.rank - right.rank || left.length - right.length || left.place - right.place)
    this.#found = fits.slice(0, most).map(({ place }) => place)
    this.#active = 0
    this.#show()
  }

  #show(): void {
    const options = this.#found.map((place, at) => this.#option(place, at))
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

  #option(place: number, at: number): HTMLLIElement {
    const { name = '', workflow = '', command = '' } = this.#data.items[place] ?? {}
    const quiet = [workflow, command].filter((text) => text !== '').join(' · ')
    const option = element(
      'li',
      { id: `found-${at}`, role: 'option', 'aria-selected': String(at === this.#active) },
      element('span', {}, name),
      element('span', { class: 'quiet' }, quiet),
    )
    // Before the field loses the keyboard, which closes the list.
    option.addEventListener('pointerdown', (event) => {
      event.preventDefault()
      this.#take(at)
    })
    return option
  }

  #take(at: number): void {
    const place = this.#found[at]
    if (place === undefined) return
    this.#close()
    this.#choose(place)
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
