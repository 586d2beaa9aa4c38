const longest = 60

/** A piece of a text as a message shows it: in quotes, on one line, and not longer than a person reads. */
export function quoteBriefly(text: string): string {
  return JSON.stringify(text.length > longest ? `${text.slice(0, longest)}…` : text)
}
