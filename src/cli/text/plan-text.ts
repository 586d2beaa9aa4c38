import type { Plan } from '../../dataworks/plan/plan-result.ts'
import { flagOptions } from '../service/refused-flags.ts'
import type { Palette } from './palette.ts'

const changeLine = /^( *)([-+~>!?]) (?:workflow|node|edge|resource|function|\S+) /

/** What is said below a change: the option that it needs is told as the command has it. */
function needsOption(line: string): string {
  return line.replace(/^( +needs )(adopt|allowDelete)(?=: )/, (_, before: string, flag: string) => {
    return `${before}${flag === 'adopt' ? flagOptions.adopt : flagOptions.allowDelete}`
  })
}

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
  const painted = lines.map((line, at) => {
    const [, indent = '', sign = ''] = changeLine.exec(line) ?? []
    // What stands further in belongs to the change above: fields and code, which may look like changes.
    if (sign !== '' && indent.length <= 2 && isSign(sign)) {
      depth = indent.length
      return paints[sign](line)
    }
    // It stands next to its change; further down may be code that says the same.
    const isNext = changeLine.test(lines[at - 1] ?? '')
    if (isNext && / needs /.test(line)) return needsOption(line)
    const first = line.charAt(depth + 4)
    if (line.startsWith(' '.repeat(depth + 4)) && (first === '+' || first === '-')) return paints[first](line)
    return line
  })
  return [palette.strong(head), ...painted].map((line) => `${line}\n`).join('')
}
