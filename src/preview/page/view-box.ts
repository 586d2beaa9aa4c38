/** A part of the picture that is seen. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const closest = 120
const furthest = 1.6
/** How many units of the picture one pixel shows, when small texts are no longer drawn. */
const furthestDetail = 3

/** Which part of a picture is seen; every change shows at once. */
export class ViewBox {
  readonly #svg: SVGSVGElement
  readonly #whole: Box
  #box: Box

  constructor(svg: SVGSVGElement, whole: Box) {
    this.#svg = svg
    this.#whole = whole
    this.#box = whole
  }

  get box(): Box {
    return this.#box
  }

  /** How many units of the picture one pixel of the screen shows. */
  get scale(): number {
    const { clientWidth, clientHeight } = this.#svg
    return Math.max(this.#box.width / Math.max(clientWidth, 1), this.#box.height / Math.max(clientHeight, 1))
  }

  show(box: Box): void {
    this.#box = box
    this.#svg.classList.toggle('is-far', this.scale > furthestDetail)
    this.#svg.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`)
  }

  /** Shows all of it, but nothing larger than it is drawn. */
  fit(): void {
    const { clientWidth, clientHeight } = this.#svg
    const width = Math.max(this.#whole.width, clientWidth)
    const height = Math.max(this.#whole.height, clientHeight)
    this.show({ x: (this.#whole.width - width) / 2, y: (this.#whole.height - height) / 2, width, height })
  }

  move(x: number, y: number): void {
    const { width, height } = this.#box
    const limit = (value: number, size: number, whole: number): number => Math.min(Math.max(value, -size), whole)
    this.show({ x: limit(x, width, this.#whole.width), y: limit(y, height, this.#whole.height), width, height })
  }

  /** Comes nearer by a factor, or goes away; a point of the screen stays where it is. */
  zoom(factor: number, at: { readonly x: number; readonly y: number } = this.#middle()): void {
    const { x, y, width, height } = this.#box
    const widest = Math.max(this.#whole.width, this.#svg.clientWidth) * furthest
    const wanted = Math.min(Math.max(width * factor, closest), widest)
    const applied = wanted / width
    const scale = this.scale
    // What is left over at the sides of the box is shown as well.
    const [left, top] = [
      x - (scale * this.#svg.clientWidth - width) / 2,
      y - (scale * this.#svg.clientHeight - height) / 2,
    ]
    const [pointX, pointY] = [left + at.x * scale, top + at.y * scale]
    this.show({
      x: pointX - (pointX - x) * applied,
      y: pointY - (pointY - y) * applied,
      width: wanted,
      height: height * applied,
    })
  }

  /** Brings a part of the picture into the middle, at a size at which it can be read. */
  centre(part: Box): void {
    const { clientWidth, clientHeight } = this.#svg
    const scale = Math.min(this.scale, 1)
    const [width, height] = [clientWidth * scale, clientHeight * scale]
    this.show({ x: part.x + part.width / 2 - width / 2, y: part.y + part.height / 2 - height / 2, width, height })
  }

  #middle(): { readonly x: number; readonly y: number } {
    return { x: this.#svg.clientWidth / 2, y: this.#svg.clientHeight / 2 }
  }
}
