import { TransportError } from '../errors/transport-error.ts'
import { raceSignal } from './timing.ts'

/** The longest answer that is read, in bytes after decompression; documents of tens of thousands of nodes are shorter. */
const longest: number = 64 * 1024 * 1024

function tooLong(): TransportError {
  return new TransportError(`the answer is longer than ${longest / 1024 / 1024} MiB, and was read no further`, {
    reason: 'invalid-answer',
    code: 'AnswerTooLong',
    delivered: true,
    // The same question has the same answer.
    transient: false,
    hint: 'Ask for less at once; if it is no answer of the service, check region, endpoint and proxy.',
  })
}

async function readChunks(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  signal: AbortSignal,
): Promise<readonly Uint8Array[]> {
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await raceSignal(reader.read(), signal)
    if (done) return chunks
    length += value.length
    if (length > longest) throw tooLong()
    chunks.push(value)
  }
}

/**
 * Reads an answer as text, and no further than the longest that can be one: what stands between here and the service may
 * send without end.
 *
 * @throws TransportError when it is too long; the signal's reason when it fires before
 */
export async function readAnswer(response: Response, signal: AbortSignal): Promise<string> {
  if (Number(response.headers.get('content-length') ?? 0) > longest) {
    await response.body?.cancel()
    throw tooLong()
  }
  // A fetch of a user's own may give a body that is no stream of the web.
  if (!(response.body instanceof ReadableStream)) return await raceSignal(response.text(), signal)
  const reader = response.body.getReader()
  try {
    return new TextDecoder().decode(Buffer.concat(await readChunks(reader, signal)))
  } catch (error) {
    // Ends the connection. Nobody waits for it: of an errored stream this would only tell the same error again.
    reader.cancel().catch(() => {})
    throw error
  }
}
