/** One figure of one run. Rates and times are medians; `against` is what stood beside it in the same run. */
export type Figure = {
  figure: string
  value: number
  unit: string
  p50_ms?: number
  p99_ms?: number
  against?: string
  against_value?: number
} & Record<string, unknown>
