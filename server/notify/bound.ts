/** What the secret of an outlet is sealed to. */
export const outletBound = (district: number, outletId: string) => `${district}:${outletId}:secret`

/** What a code on its way is sealed to: the row of the outbox that carries it. */
export const codeBound = (district: number, outboxId: string) => `${district}:${outboxId}:code`
