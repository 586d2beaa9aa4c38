import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { askQuestion } from '../../src/cli/console/ask-question.ts'

/** A terminal on which somebody sees a question and then does something. */
function terminal() {
  const output = new PassThrough()
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input })
  return { input, output: Object.assign(output, { isTTY: true, columns: 80 }), seen: text(output) }
}

const signal = new AbortController().signal

test('gives the line that is answered', async () => {
  const { input, output } = terminal()
  const answer = askQuestion('Deploy? ', { input, output, signal })
  input.write('yes\n')
  expect(await answer).toBe('yes')
})

test.each([
  ['Ctrl-C', ({ input }: ReturnType<typeof terminal>) => input.write('\u0003')],
  ['Ctrl-D', ({ input }: ReturnType<typeof terminal>) => input.write('\u0004')],
  ['the end of the input', ({ input }: ReturnType<typeof terminal>) => input.end()],
])('is left with %s, and what follows begins a line', async (_, leave) => {
  const site = terminal()
  const { input, output, seen } = site
  const answer = askQuestion('Deploy? ', { input, output, signal })
  leave(site)
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
  output.end()
  expect(await seen).toMatch(/\n$/)
})

test('ends with the signal', async () => {
  const { input, output } = terminal()
  const ending = new AbortController()
  const answer = askQuestion('Deploy? ', { input, output, signal: ending.signal })
  ending.abort()
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
})
