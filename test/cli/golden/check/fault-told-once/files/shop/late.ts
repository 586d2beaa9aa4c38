import { odpsSql } from 'flowspec'

export const late = odpsSql('late').strategy({ timeout: 'long' as never })
