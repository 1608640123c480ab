/** The person closed the question who they are: the step was not taken, and nothing is wrong. */
export class NotProved extends Error {}
