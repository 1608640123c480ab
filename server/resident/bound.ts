/** What the number of a session is sealed to. */
export const sessionBound = (district: number, sessionId: string) => `${district}:${sessionId}:caller`

/** What number and code of a text message are sealed to: the row of the outbox that carries them. */
export const textBound = (district: number, outboxId: string) => `${district}:${outboxId}:text`
