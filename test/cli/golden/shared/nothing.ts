export const answer = 42
export const start: string = 'start'
