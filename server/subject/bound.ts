/** What the words of a request, and those of its answer, are sealed to. */
export const saidBound = (district: number, id: string) => `${district}:${id}:subject.said`
export const answerBound = (district: number, id: string) => `${district}:${id}:subject.answer`

/** What is kept under lock of the person behind a voice. */
export const holdBound = (district: number, appealId: string) => `${district}:${appealId}:subject.hold`
