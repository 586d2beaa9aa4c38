import { createInterface } from 'node:readline/promises'

/** Where a question is asked. */
export interface QuestionStreams {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  readonly signal: AbortSignal
}

/**
 * The answer to a question. Whoever presses Ctrl-C, or closes the input, answers nothing: left alone, the question would then
 * wait for ever, for a terminal gives Ctrl-C to who reads its lines and not to the process.
 *
 * @throws Error of the name `AbortError` when the question is left, and when the signal ends
 */
export async function askQuestion(question: string, { input, output, signal }: QuestionStreams): Promise<string> {
  const lines = createInterface({ input, output })
  const leaving = new AbortController()
  const leave = (): void => leaving.abort()
  lines.once('SIGINT', leave)
  lines.once('close', leave)
  try {
    return await lines.question(question, { signal: AbortSignal.any([signal, leaving.signal]) })
  } finally {
    lines.off('close', leave)
    lines.close()
  }
}
