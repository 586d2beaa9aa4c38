/** A part of the picture, in its own units. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How many units of the picture one pixel shows at least. */
const closest = 1 / 8
/** How much smaller than where all of it is seen a picture gets at most. */
const furthest = 1.6
/** How many units of the picture one pixel shows, when small texts are no longer drawn. */
const furthestDetail = 3

/**
 * Which part of a picture is seen; every change shows at once. The picture is moved and scaled as one layer, and not drawn
 * anew: what is drawn stays with the browser, which only has to show another part of it.
 */
export class ViewBox {
  readonly #svg: SVGSVGElement
  readonly #frame: HTMLElement
  readonly #whole: Pick<Box, 'width' | 'height'>
  /** The size of the frame. */
  #seen: Pick<Box, 'width' | 'height'>
  #x = 0
  #y = 0
  #scale = 1
  #isWhole = false

  /** @param frame - what the picture is seen through */
  constructor(svg: SVGSVGElement, frame: HTMLElement) {
    this.#svg = svg
    this.#frame = frame
    this.#whole = svg.viewBox.baseVal
    this.#seen = { width: frame.clientWidth, height: frame.clientHeight }
    new ResizeObserver(() => this.#resize()).observe(frame)
  }

  /** What is seen. */
  get box(): Box {
    const { clientWidth, clientHeight } = this.#frame
    return { x: this.#x, y: this.#y, width: clientWidth * this.#scale, height: clientHeight * this.#scale }
  }

  /** How many units of the picture one pixel of the screen shows. */
  get scale(): number {
    return this.#scale
  }

  /** The scale at which all of it is seen; nothing is larger than it is drawn. */
  get #wholeScale(): number {
    const { clientWidth, clientHeight } = this.#frame
    return Math.max(this.#whole.width / Math.max(clientWidth, 1), this.#whole.height / Math.max(clientHeight, 1), 1)
  }

  /** Shows all of it. */
  fit(): void {
    this.#showMiddle(this.#wholeScale, { x: this.#whole.width / 2, y: this.#whole.height / 2 })
    this.#isWhole = true
  }

  /** Shows all of it, or, of what would be too small to be read, the beginning. */
  begin(): void {
    this.fit()
    if (this.#scale <= furthestDetail) return
    const { clientWidth, clientHeight } = this.#frame
    const { width, height } = this.#whole
    const scale = Math.max(1, Math.min(furthestDetail, width / clientWidth, height / clientHeight))
    const middle = (whole: number, seen: number): number => Math.min(whole / 2, (seen * scale) / 2)
    this.#showMiddle(scale, { x: middle(width, clientWidth), y: middle(height, clientHeight) })
  }

  move(x: number, y: number): void {
    const { width, height } = this.box
    const limit = (value: number, size: number, whole: number): number => Math.min(Math.max(value, -size), whole)
    this.#show(limit(x, width, this.#whole.width), limit(y, height, this.#whole.height), this.#scale)
  }

  /** Comes nearer by a factor, or goes away; a point of the screen stays where it is. */
  zoom(factor: number, at: { readonly x: number; readonly y: number } = this.#middle()): void {
    const scale = Math.min(Math.max(this.#scale * factor, closest), this.#wholeScale * furthest)
    const change = this.#scale - scale
    this.#show(this.#x + at.x * change, this.#y + at.y * change, scale)
  }

  /** Brings a part of the picture into the middle, at a size at which it can be read. */
  centre({ x, y, width, height }: Box): void {
    this.#showMiddle(Math.min(this.#scale, 1), { x: x + width / 2, y: y + height / 2 })
  }

  /** Keeps in the middle what is in the middle; what was seen as a whole still is. */
  #resize(): void {
    const { width, height } = this.#seen
    const { clientWidth, clientHeight } = this.#frame
    if (clientWidth === 0 || clientHeight === 0) return
    this.#seen = { width: clientWidth, height: clientHeight }
    const middle = { x: this.#x + (width / 2) * this.#scale, y: this.#y + (height / 2) * this.#scale }
    if (this.#isWhole) this.fit()
    else this.#showMiddle(this.#scale, middle)
  }

  #middle(): { readonly x: number; readonly y: number } {
    return { x: this.#frame.clientWidth / 2, y: this.#frame.clientHeight / 2 }
  }

  #showMiddle(scale: number, { x, y }: { readonly x: number; readonly y: number }): void {
    const middle = this.#middle()
    this.#show(x - middle.x * scale, y - middle.y * scale, scale)
  }

  #show(x: number, y: number, scale: number): void {
    this.#isWhole = false
    this.#x = x
    this.#y = y
    this.#scale = scale
    this.#svg.classList.toggle('is-far', scale > furthestDetail)
    this.#svg.style.transform = `translate3d(${-x / scale}px, ${-y / scale}px, 0) scale(${1 / scale})`
  }
}
