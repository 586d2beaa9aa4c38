import { test } from 'vitest'

// The one file that Vitest is given where mutants are tested: it holds the thread in which the runner runs all others.
test('holds the thread', () => {})
