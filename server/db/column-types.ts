/** How columns arrive: instants as epoch milliseconds, days as texts, JSON as it was. */
export type Instant = number
export type Day = string
export type Json = unknown
