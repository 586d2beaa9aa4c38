import type { ViewBox } from './view-box.ts'

/** A pointer that moves less than this many pixels between down and up is a click. */
const steady = 4

/**
 * Moves and zooms a picture that is seen through a frame, with pointer and wheel; a click on something is told with what is
 * under it.
 */
export function watchPointer(frame: HTMLElement, view: ViewBox, click: (target: Element | undefined) => void): void {
  const pointers = new Map<number, PointerEvent>()
  let start: { readonly x: number; readonly y: number; readonly target: EventTarget | null } | undefined

  frame.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    pointers.set(event.pointerId, event)
    start = { x: event.clientX, y: event.clientY, target: event.target }
  })
  frame.addEventListener('pointermove', (event) => {
    const last = pointers.get(event.pointerId)
    if (last === undefined) return
    const [other] = [...pointers.values()].filter(({ pointerId }) => pointerId !== event.pointerId)
    const { box, scale } = view
    if (other === undefined) {
      view.move(box.x - (event.clientX - last.clientX) * scale, box.y - (event.clientY - last.clientY) * scale)
    } else {
      const spread = (one: PointerEvent): number => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY)
      view.zoom(spread(last) / Math.max(spread(event), 1))
    }
    if (!frame.hasPointerCapture(event.pointerId)) frame.setPointerCapture(event.pointerId)
    pointers.set(event.pointerId, event)
  })
  const end = (event: PointerEvent): void => {
    pointers.delete(event.pointerId)
    if (start === undefined || event.type !== 'pointerup') return
    const moved = Math.hypot(event.clientX - start.x, event.clientY - start.y)
    if (moved < steady && start.target instanceof Element) click(start.target)
    start = undefined
  }
  frame.addEventListener('pointerup', end)
  frame.addEventListener('pointercancel', end)
  frame.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault()
      const { left, top } = frame.getBoundingClientRect()
      view.zoom(1.0015 ** event.deltaY, { x: event.clientX - left, y: event.clientY - top })
    },
    { passive: false },
  )
}
