import { type Extent, gaps } from './extent.ts'

/** How much longer than wide what stands on shelves is, at most about. */
const proportion = 1.6

/** Boxes in rows, one after the other, as wide as they are high about; what no line joins to others stands so. */
export function shelve(boxes: readonly Extent[]): { readonly places: readonly Extent[]; readonly size: Extent } {
  const area = boxes.reduce((sum, { along, across }) => sum + (along + gaps.across) * (across + gaps.across), 0)
  const widest = boxes.reduce((most, { along }) => Math.max(most, along), 0)
  const longest = Math.max(widest, Math.sqrt(area * proportion))
  const places: Extent[] = []
  let [along, across, thickest, size] = [0, 0, 0, 0]
  for (const box of boxes) {
    if (along > 0 && along + box.along > longest) {
      across += thickest + gaps.across
      along = 0
      thickest = 0
    }
    places.push({ along, across })
    along += box.along + gaps.across
    thickest = Math.max(thickest, box.across)
    size = Math.max(size, along - gaps.across)
  }
  return { places, size: { along: size, across: across + thickest } }
}
