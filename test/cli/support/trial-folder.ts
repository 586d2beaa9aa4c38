import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runCommand } from 'flowspec/command'
import { afterEach, beforeEach } from 'vitest'
import { testConsole } from './test-console.ts'

/** A new folder for each test of a file, in which commands are called. */
export class TrialFolder {
  path = ''

  constructor(name: string) {
    beforeEach(() => {
      this.path = mkdtempSync(join(realpathSync(tmpdir()), `flowspec-${name}-`))
    })
    afterEach(() => rmSync(this.path, { recursive: true }))
  }

  /** Writes a file, with the folders that it stands in; gives its whole path. */
  write(path: string, bytes: string | Uint8Array): string {
    const whole = join(this.path, path)
    mkdirSync(dirname(whole), { recursive: true })
    writeFileSync(whole, bytes)
    return whole
  }

  /** Calls a command in it. */
  async call(...words: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    const { console, written } = testConsole({ cwd: this.path })
    const code = await runCommand(words, console)
    return { code, ...written }
  }

  /** Calls a command in it, for all that it says. */
  async said(...words: readonly string[]): Promise<{ code: number; said: string }> {
    const { code, stdout, stderr } = await this.call(...words)
    return { code, said: stdout + stderr }
  }
}
