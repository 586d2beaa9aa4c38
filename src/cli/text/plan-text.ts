import type { Plan } from '../../dataworks/plan/plan-result.ts'
import type { Palette } from './palette.ts'

const changeLine = /^( *)([-+~>!?]) (?:workflow|node|edge|resource|function|\S+) /

/** A plan for people, in colours: what is deleted or not this project's own in red. */
export function planText(plan: Plan, palette: Palette): string {
  const [head = '', ...lines] = plan.toText().trimEnd().split('\n')
  const paints = {
    '+': palette.good,
    '-': palette.error,
    '!': palette.error,
    '~': palette.warning,
    '>': palette.warning,
    '?': palette.faint,
  } as const
  const isSign = (text: string): text is keyof typeof paints => Object.hasOwn(paints, text)
  let depth = 0
  const painted = lines.map((line) => {
    const [, indent = '', sign = ''] = changeLine.exec(line) ?? []
    // What stands further in belongs to the change above: fields and code, which may look like changes.
    if (sign !== '' && indent.length <= 2 && isSign(sign)) {
      depth = indent.length
      return paints[sign](line)
    }
    const first = line.charAt(depth + 4)
    if (line.startsWith(' '.repeat(depth + 4)) && (first === '+' || first === '-')) return paints[first](line)
    return line
  })
  return [palette.strong(head), ...painted].map((line) => `${line}\n`).join('')
}
