type Attributes = Readonly<Record<string, string | boolean>>

function fill(made: Element, attributes: Attributes, children: readonly (Node | string)[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, '')
    else if (value !== false) made.setAttribute(name, value)
  }
  // Texts become text nodes, whatever stands in them.
  made.append(...children)
}

/** Makes an element; texts of documents get into the page by this function alone, as text. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  fill(made, attributes, children)
  return made
}

/** The same for what stands in the picture. */
export function svgElement(
  tag: 'circle' | 'title' | 'text',
  attributes: Attributes,
  ...children: readonly string[]
): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag)
  fill(made, attributes, children)
  return made
}

/** An element of the page that is always there. */
export function byId<Kind extends Element>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`The page has no ${id}.`)
  return found
}

/** A button that does something. */
export function button(label: string, attributes: Attributes, act: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, label)
  made.addEventListener('click', act)
  return made
}

/** A part of the details with a heading. */
export function section(heading: string, ...children: readonly (Node | string)[]): HTMLElement {
  return element('section', {}, element('h3', {}, heading), ...children)
}
